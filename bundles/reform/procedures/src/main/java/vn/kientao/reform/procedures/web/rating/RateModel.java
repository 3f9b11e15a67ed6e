package vn.kientao.reform.procedures.web.rating;

import java.util.Optional;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.rating.Level;
import vn.kientao.reform.procedures.domain.rating.Questionnaire;
import vn.kientao.reform.procedures.domain.rating.Rating;

/**
 * A dossier to be rated, or rated already.
 *
 * @param key the second factor, which travels with the form
 * @param ended whether it may be rated yet
 */
public record RateModel(
        FormView form,
        String code,
        String key,
        String procedure,
        boolean ended,
        Questionnaire asked,
        Optional<Rating> rating) {

    public Page page() {
        return form.page();
    }

    /** The level that was chosen before, in words. */
    public String chosen() {
        return rating.flatMap(one -> asked.level(one.answers().overall()))
                .map(Level::name)
                .map(page().texts()::get)
                .orElse("");
    }

    public String action() {
        return page().openLink("/rate/" + code);
    }
}
