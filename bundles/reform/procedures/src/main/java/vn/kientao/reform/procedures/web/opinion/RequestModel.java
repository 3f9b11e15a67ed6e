package vn.kientao.reform.procedures.web.opinion;

import java.time.LocalDateTime;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.opinion.OpinionRequest;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;

/**
 * A request for an opinion, and the form of its answer.
 *
 * @param asking name of the agency that asks
 */
public record RequestModel(Page page, OpinionRequest request, String asking, FormView form, LocalDateTime now) {

    /** Whether the reader may answer it. */
    public boolean answers() {
        return request.answer().isEmpty() && page.can(DeskPermissions.PROCESS);
    }
}
