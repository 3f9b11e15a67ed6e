package vn.kientao.reform.procedures.web.form;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form on its way to the screen.
 *
 * @param values what stands in it; several for {@link Kind#MANY}
 * @param hint what helps to fill it in; may be empty
 * @param mistake what is wrong with it; empty when nothing is
 * @param rows of a text area
 */
public record Input(
        String name,
        String label,
        Kind kind,
        Set<String> values,
        List<Option> options,
        String hint,
        String mistake,
        int rows) {

    public Input {
        requireNonNull(name, "name");
        requireNonNull(label, "label");
        requireNonNull(kind, "kind");
        values = Set.copyOf(values);
        options = List.copyOf(options);
        requireNonNull(hint, "hint");
        requireNonNull(mistake, "mistake");
    }

    /** How it is filled in. */
    public enum Kind {
        TEXT,
        /** A short text: a number or a day. */
        SHORT,
        AREA,
        /** One of the options, or none. */
        CHOICE,
        /** Any of the options. */
        MANY
    }

    /** Something to choose. */
    public record Option(String value, String text) {}

    public String value() {
        return values.stream().findFirst().orElse("");
    }

    /** The ids of what describes it, for assistive technology; null when nothing does. */
    public @Nullable String described() {
        String ids = ((hint.isEmpty() ? "" : name + "-hint ") + (mistake.isEmpty() ? "" : name + "-error")).strip();
        return ids.isEmpty() ? null : ids;
    }
}
