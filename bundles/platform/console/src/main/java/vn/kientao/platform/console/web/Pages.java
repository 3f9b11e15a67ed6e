package vn.kientao.platform.console.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.WriterOutput;
import java.util.List;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.console.web.templates.StaticTemplates;
import vn.kientao.platform.console.web.templates.Templates;

/** Makes replies of templates. */
final class Pages {
    static final Templates TEMPLATES = new StaticTemplates();

    private Pages() {}

    static Reply.View of(String title, JteModel content) {
        return Reply.page(title, out -> content.render(new WriterOutput(out)));
    }

    /** 409 with the sentence when something was refused, else 200. */
    static int status(boolean refused) {
        return refused ? 409 : 200;
    }

    static Reply.View confirm(Confirmation model) {
        int status = model.errors().isEmpty() ? status(model.refusal().isPresent()) : 422;
        return of(model.title(), TEMPLATES.consoleConfirm(model)).status(status);
    }

    static Reply.Crumb modulesCrumb(Page page) {
        return new Reply.Crumb(page.text("modules.title"), "/admin/modules");
    }

    static Reply.Crumb rolloutsCrumb(Page page) {
        return new Reply.Crumb(page.text("rollouts.title"), "/admin/rollouts");
    }

    /** So many of a list from behind the entry with the key {@code after}, and the key of the last one when more follow. */
    record Part<T>(List<T> shown, String next) {

        static <T> Part<T> of(List<T> all, int most, String after, java.util.function.Function<T, String> key) {
            int from = 0;
            for (int i = 0; i < all.size(); i++) {
                if (key.apply(all.get(i)).equals(after)) {
                    from = i + 1;
                }
            }
            List<T> shown = all.subList(from, Math.min(from + most, all.size()));
            boolean more = from + most < all.size();
            return new Part<>(shown, more ? key.apply(shown.get(most - 1)) : "");
        }
    }
}
