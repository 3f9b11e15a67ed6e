package vn.kientao.reform.procedures.domain.form;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import vn.kientao.platform.api.text.LocalText;

/**
 * A field that means the same in every form.
 *
 * @param key names it, such as {@code person.fullName}
 * @param source the database that knows it, so that nobody need ask for it (Decree 224/2026/NĐ-CP, Article 15); may be empty
 */
public record DictionaryField(String key, LocalText label, FieldKind kind, String source) {
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)+");

    public DictionaryField {
        requireNonNull(label, "label");
        requireNonNull(kind, "kind");
        requireNonNull(source, "source");
        if (!valid(key)) {
            throw new IllegalArgumentException("key '" + key + "' (expected: words between points)");
        }
    }

    /** Whether it is a key: at least two words between points, such as {@code person.fullName}. */
    public static boolean valid(String key) {
        return key.length() <= 60 && KEY.matcher(key).matches();
    }
}
