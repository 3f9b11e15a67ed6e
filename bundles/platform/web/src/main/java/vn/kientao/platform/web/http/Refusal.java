package vn.kientao.platform.web.http;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The front door itself refuses a request. Its words stand in the text files under {@code problem.<code>.title} and
 * {@code problem.<code>.detail}.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<Object> arguments;
    private final transient Map<String, String> headers;
    private final transient Optional<FieldFault> field;

    public Refusal(int status, String code, Object... arguments) {
        this(status, code, Map.of(), arguments);
    }

    public Refusal(int status, String code, Map<String, String> headers, Object... arguments) {
        this(status, code, headers, Optional.empty(), List.of(arguments));
    }

    private Refusal(
            int status, String code, Map<String, String> headers, Optional<FieldFault> field, List<Object> arguments) {
        super(status + " " + requireNonNull(code, "code"), null, false, false);
        this.status = status;
        this.code = code;
        this.headers = Map.copyOf(headers);
        this.field = field;
        this.arguments = arguments;
    }

    /** A body in which one field does not fit; {@code textKey} says what is wrong with it. */
    public static Refusal ofField(String name, String textKey) {
        return new Refusal(400, "unfit-body", Map.of(), Optional.of(new FieldFault(name, textKey)), List.of());
    }

    /** A field that does not fit and the key of the text that says why. */
    public record FieldFault(String name, String textKey) {}

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** What the two texts mention; a {@code LocalText} is put in each in its own language. */
    public List<Object> arguments() {
        return arguments;
    }

    public Optional<FieldFault> field() {
        return field;
    }

    /** Headers that belong to the answer, such as {@code Allow}. */
    public Map<String, String> headers() {
        return headers;
    }
}
