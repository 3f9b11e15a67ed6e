package vn.kientao.reform.procedures.web.petition;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.app.petition.PetitionRegister;
import vn.kientao.reform.procedures.domain.petition.PetitionKind;
import vn.kientao.reform.procedures.domain.petition.PetitionRow;
import vn.kientao.reform.procedures.domain.petition.PetitionState;
import vn.kientao.reform.procedures.web.dossier.DossierWords.Tag;

/** The register of an agency. */
public record PetitionListModel(
        FormView form,
        PetitionView view,
        boolean narrowed,
        Map<PetitionView, Integer> counts,
        List<PetitionKind> kinds,
        List<PetitionRow> rows,
        boolean more,
        boolean first,
        LocalDateTime now) {
    public PetitionListModel {
        counts = Map.copyOf(counts);
        kinds = List.copyOf(kinds);
        rows = List.copyOf(rows);
    }

    public Page page() {
        return form.page();
    }

    public List<PetitionView> views() {
        return List.of(PetitionView.values());
    }

    /** "42", or "1.000+" where counting stopped. */
    public String count(PetitionView one) {
        int count = counts.getOrDefault(one, 0);
        return Formats.number(count) + (count >= PetitionRegister.MOST_COUNTED ? "+" : "");
    }

    public String tile(PetitionView one) {
        boolean any = counts.getOrDefault(one, 0) > 0;
        return switch (one) {
            case OVERDUE -> any ? "kt-tile kt-tile-late" : "kt-tile";
            case SOON -> any ? "kt-tile kt-tile-need" : "kt-tile";
            case OPEN, ENDED -> "kt-tile";
        };
    }

    public List<PetitionState> states() {
        return Arrays.stream(PetitionState.values())
                .filter(state -> state.running() == view.running())
                .toList();
    }

    public String kind(PetitionRow row) {
        return PetitionWords.kind(kinds, row.kind(), page().texts());
    }

    public Tag state(PetitionRow row) {
        return PetitionWords.state(row.state(), page().texts());
    }

    public boolean late(PetitionRow row) {
        return row.state().running()
                && row.state() != PetitionState.SUPPLEMENT
                && row.due().isBefore(now);
    }

    public boolean enters() {
        return page().can(PetitionPermissions.HANDLE);
    }

    public String next() {
        return page().with("after", "" + rows.get(rows.size() - 1).listKey());
    }
}
