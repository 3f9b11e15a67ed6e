package vn.kientao.platform.shell;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;

/** The shell's words, in the language the reader asked for. */
final class Words {
    private static final TextBundle TEXTS = TextBundle.of(Words.class);

    private Words() {}

    /** English for {@code en}, Vietnamese otherwise; when nothing is asked for, {@code KIENTAO_LANG} decides. */
    static Texts in(@Nullable String language) {
        String asked = language == null ? System.getenv().getOrDefault("KIENTAO_LANG", "vi") : language;
        return TEXTS.in(Locale.forLanguageTag(asked));
    }
}
