package vn.kientao.platform.web.reply;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import vn.kientao.platform.api.web.Problem;

/** A problem for programs (RFC 9457) in the reader's language. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record JsonProblem(
        String type, String title, int status, String detail, String code, String requestId, List<Field> fields) {

    static JsonProblem of(Problem problem, Locale locale, String requestId) {
        List<Field> fields = problem.fields().stream()
                .map(error -> new Field(error.field(), error.message().in(locale)))
                .toList();
        return new JsonProblem(
                "urn:kientao:problem:" + problem.code(),
                problem.title().in(locale),
                problem.status(),
                problem.detail().in(locale),
                problem.code(),
                requestId,
                fields);
    }

    /** A field and what is expected of it. */
    public record Field(String field, String message) {}
}
