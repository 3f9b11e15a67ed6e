package vn.kientao.platform.web.route;

import java.util.List;

/** A route that may not stand in a table; {@link #textKey} is the sentence that tells why. */
public final class RouteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String textKey;
    private final transient List<Object> arguments;

    RouteException(String textKey, Object... arguments) {
        super(textKey + " " + List.of(arguments));
        this.textKey = textKey;
        this.arguments = List.of(arguments);
    }

    public String textKey() {
        return textKey;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
