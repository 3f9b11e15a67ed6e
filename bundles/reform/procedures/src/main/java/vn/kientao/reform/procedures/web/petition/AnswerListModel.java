package vn.kientao.reform.procedures.web.petition;

import java.util.List;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.petition.PetitionKind;
import vn.kientao.reform.procedures.domain.petition.PublishedPetition;

/** Answers that everybody may read. */
public record AnswerListModel(
        Page page, String words, List<PublishedPetition> rows, boolean more, boolean first, List<PetitionKind> kinds) {
    public AnswerListModel {
        rows = List.copyOf(rows);
        kinds = List.copyOf(kinds);
    }

    public String kind(PublishedPetition row) {
        return PetitionWords.kind(kinds, row.kind(), page.texts());
    }

    public String day(PublishedPetition row) {
        return Formats.date(row.text().at().toLocalDate());
    }

    public String next() {
        return page.with("before", "" + rows.get(rows.size() - 1).id());
    }
}
