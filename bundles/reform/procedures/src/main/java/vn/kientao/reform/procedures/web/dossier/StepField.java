package vn.kientao.reform.procedures.web.dossier;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A field of the form of a step.
 *
 * @param label its words for the reader
 * @param options what may be chosen; empty unless it is a choice
 */
public record StepField(String name, String label, Kind kind, boolean required, List<Option> options) {
    public StepField {
        requireNonNull(name, "name");
        requireNonNull(label, "label");
        requireNonNull(kind, "kind");
        options = List.copyOf(options);
    }

    /** How it is filled in. */
    public enum Kind {
        LINE,
        LONG,
        DAY,
        AMOUNT,
        TICK,
        CHOICE
    }

    /** What may be chosen. */
    public record Option(String value, String text) {
        public Option {
            requireNonNull(value, "value");
            requireNonNull(text, "text");
        }
    }

    /** Whether it is typed in one short line. */
    public boolean narrow() {
        return kind == Kind.DAY || kind == Kind.AMOUNT;
    }
}
