package vn.kientao.platform.api.text;

import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/** The texts of one bundle in one language. */
@ProviderType
public interface Texts {

    /** Always {@code vi-VN} or {@code en-GB}. */
    Locale locale();

    /**
     * The text under {@code key}, with {@code arguments} put in by {@link java.text.MessageFormat} (dates and numbers
     * already formatted, as strings). Of {@code {0|day|days}} the first is taken where argument 0 is 1. A key that is
     * missing answers with its last word made readable, never with the key, and is logged.
     */
    String get(String key, Object... arguments);

    /** Picks the reader's language. */
    default String get(LocalText text) {
        return text.in(locale());
    }
}
