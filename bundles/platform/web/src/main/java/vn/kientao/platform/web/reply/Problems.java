package vn.kientao.platform.web.reply;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.web.http.Refusal;

/** Finds the words for what the front door refuses. */
public final class Problems {
    private final TextBundle texts;

    public Problems(TextBundle texts) {
        this.texts = texts;
    }

    public Problem of(Refusal refusal) {
        List<Problem.FieldError> fields = refusal.field()
                .map(field -> List.of(new Problem.FieldError(field.name(), texts.text(field.textKey()))))
                .orElse(List.of());
        return new Problem(refusal.status(), refusal.code(), text(refusal, "title"), text(refusal, "detail"), fields);
    }

    private LocalText text(Refusal refusal, String part) {
        String key = "problem." + refusal.code() + "." + part;
        return new LocalText(
                texts.in(TextBundle.VIETNAMESE).get(key, arguments(refusal, TextBundle.VIETNAMESE)),
                texts.in(TextBundle.ENGLISH).get(key, arguments(refusal, TextBundle.ENGLISH)));
    }

    private static Object[] arguments(Refusal refusal, Locale locale) {
        return refusal.arguments().stream()
                .map(argument -> argument instanceof LocalText text ? text.in(locale) : argument)
                .toArray();
    }

    /** The problem of everything that nobody foresaw. */
    public Problem fault() {
        return of(new Refusal(500, "fault"));
    }

    /** The picture beside the words. */
    static String icon(Problem problem) {
        Optional<String> known = problem.code().equals("module-off") ? Optional.of("pause-circle") : Optional.empty();
        return known.orElseGet(() -> switch (problem.status()) {
            case 401, 403 -> "lock";
            case 404, 410 -> "question-circle";
            case 503 -> "arrow-repeat";
            default -> "exclamation-triangle-fill";
        });
    }
}
