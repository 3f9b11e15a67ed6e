package vn.kientao.reform.procedures.web.petition;

import java.util.List;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.petition.PetitionKind;

/**
 * The form of a petition.
 *
 * @param agencies those to choose from; empty when an officer enters one for the own agency
 * @param channels the ways it may have come, for officers; empty for senders
 */
public record FeedbackModel(
        FormView form, List<PetitionKind> kinds, List<Agency> agencies, List<String> channels, String action) {
    public FeedbackModel {
        kinds = List.copyOf(kinds);
        agencies = List.copyOf(agencies);
        channels = List.copyOf(channels);
    }

    public Page page() {
        return form.page();
    }

    /** Whether an officer fills it in. */
    public boolean staff() {
        return agencies.isEmpty();
    }
}
