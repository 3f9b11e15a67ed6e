package vn.kientao.platform.privacy.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/**
 * The form in which a request is handed in.
 *
 * @param action where it goes
 * @param agencies to choose from; none when it stands under an agency's address
 */
public record RequestFormModel(Page page, String action, FormView form, List<Choice> agencies, List<Choice> kinds) {
    public RequestFormModel {
        agencies = List.copyOf(agencies);
        kinds = List.copyOf(kinds);
    }

    /** Something to choose. */
    public record Choice(String value, String label) {}
}
