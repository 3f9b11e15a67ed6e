package vn.kientao.reform.procedures.web.form;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.WriterOutput;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.app.variant.Changing;

/** Small things that every page of the catalogue says and does alike. */
public final class By {
    private static final TextBundle TEXTS = TextBundle.of(By.class);

    private By() {}

    /** Who acts in this request. */
    public static Changing of(Request request) {
        return new Changing(
                request.agency().code(),
                request.actor().account(),
                request.actor().name(),
                request.now(),
                request::audit);
    }

    /** The id in the address; 404 when it cannot be one. */
    public static long id(Request request, String name) {
        String id = request.pathValue(name);
        if (!id.matches("[0-9]{1,18}")) {
            throw notFound();
        }
        return Long.parseLong(id);
    }

    /** The version that the sender of a form saw; 0 without one. */
    public static long seen(Request request) {
        return request.field("version")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(0L);
    }

    public static ProblemException notFound() {
        return new ProblemException(
                new Problem(404, "not-found", TEXTS.text("catalogue.gone"), TEXTS.text("catalogue.gone-help")));
    }

    /** 409: somebody else was faster. */
    public static ProblemException overtaken() {
        return new ProblemException(new Problem(
                409, "overtaken", TEXTS.text("catalogue.overtaken"), TEXTS.text("catalogue.overtaken-help")));
    }

    /** 422 with this sentence. */
    public static ProblemException refused(LocalText sentence) {
        return new ProblemException(new Problem(422, "refused", sentence, LocalText.same("")));
    }

    public static Reply.View page(String title, JteModel content) {
        return Reply.page(title, out -> content.render(new WriterOutput(out)));
    }
}
