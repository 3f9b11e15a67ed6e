package vn.kientao.reform.procedures.domain.form;

import static java.util.Objects.requireNonNull;

/**
 * A field of a form.
 *
 * @param key of the dictionary; empty for a field of the form's own
 * @param label what the form says
 */
public record FormItem(String key, String label, FieldKind kind, boolean required) {
    public FormItem {
        requireNonNull(key, "key");
        requireNonNull(kind, "kind");
        if (label.isBlank()) {
            throw new IllegalArgumentException("a field without a label");
        }
    }

    /** What two items have in common when they ask for the same: the key, or the words of an own field. */
    public String identity() {
        return key.isEmpty() ? "own:" + label : key;
    }
}
