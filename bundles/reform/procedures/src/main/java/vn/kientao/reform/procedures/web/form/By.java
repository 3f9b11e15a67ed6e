package vn.kientao.reform.procedures.web.form;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.WriterOutput;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
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

    /** 422 with every mistake in what a program sent. */
    public static ProblemException invalid(FormErrors errors) {
        return new ProblemException(
                new Problem(422, "invalid", TEXTS.text("api.invalid"), TEXTS.text("api.invalid.do"), errors.all()));
    }

    /** The fields that a program sent, without those that say nothing. */
    public static Map<String, String> fields(@Nullable Map<String, @Nullable String> given) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (given != null) {
            given.forEach((name, value) -> put(fields, name, value));
        }
        return fields;
    }

    /** Puts a value under a name unless it says nothing. */
    public static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            fields.put(name, value.toString().strip());
        }
    }

    public static Reply.View page(String title, JteModel content) {
        return Reply.page(title, out -> content.render(new WriterOutput(out)));
    }
}
