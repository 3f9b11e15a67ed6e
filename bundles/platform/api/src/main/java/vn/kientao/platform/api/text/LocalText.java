package vn.kientao.platform.api.text;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** One sentence in the two languages of the platform; {@code vi} is the one that counts. */
public record LocalText(String vi, String en) {

    public LocalText {
        requireNonNull(vi, "vi");
        requireNonNull(en, "en");
    }

    /** The same words in both languages: codes, names, what a machine said. */
    public static LocalText same(String words) {
        return new LocalText(words, words);
    }

    /** English for English readers, Vietnamese for everybody else. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : vi;
    }
}
