package vn.kientao.reform.procedures.web.petition;

import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.petition.PublishedPetition;

/** One petition with its answer, as published. */
public record AnswerModel(Page page, PublishedPetition petition, String agency, String kind) {

    public String day() {
        return Formats.date(petition.text().at().toLocalDate());
    }
}
