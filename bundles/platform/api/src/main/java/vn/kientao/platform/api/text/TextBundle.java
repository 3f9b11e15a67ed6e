package vn.kientao.platform.api.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The text files of one bundle: {@code OSGI-INF/l10n/texts.properties} (Vietnamese) and {@code texts_en.properties},
 * both UTF-8. Holds the parsed files; keep one instance per bundle and let it go with the bundle.
 */
public final class TextBundle {

    /** Vietnamese as used in Viet Nam: weeks begin on Monday. */
    public static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    /** English with day-month-year dates. */
    public static final Locale ENGLISH = Locale.forLanguageTag("en-GB");

    private static final Logger log = LoggerFactory.getLogger(TextBundle.class);
    private static final Pattern BY_NUMBER = Pattern.compile("\\{(\\d)\\|([^|{}]*)\\|([^|{}]*)}");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ClassLoader loader;
    private final Texts vietnamese;
    private final Texts english;

    private TextBundle(ClassLoader loader) {
        this.loader = loader;
        this.vietnamese = new LoadedTexts(VIETNAMESE, load(Locale.ROOT));
        this.english = new LoadedTexts(ENGLISH, load(Locale.ENGLISH));
    }

    /** The texts that travel with {@code loader}'s bundle; a bundle without text files has no texts. */
    public static TextBundle of(ClassLoader loader) {
        return new TextBundle(loader);
    }

    /** The texts beside {@code anchor}. */
    public static TextBundle of(Class<?> anchor) {
        return new TextBundle(anchor.getClassLoader());
    }

    /** The texts in the language that comes nearest to {@code locale}. */
    public Texts in(Locale locale) {
        return locale.getLanguage().equals("en") ? english : vietnamese;
    }

    /** One sentence in both languages. */
    public LocalText text(String key, Object... arguments) {
        return new LocalText(vietnamese.get(key, arguments), english.get(key, arguments));
    }

    private ResourceBundle load(Locale locale) {
        try {
            ResourceBundle.clearCache(loader);
            return ResourceBundle.getBundle("OSGI-INF/l10n/texts", locale, loader, NO_FALLBACK);
        } catch (MissingResourceException e) {
            return new EmptyTexts();
        } finally {
            ResourceBundle.clearCache(loader);
        }
    }

    private record LoadedTexts(Locale locale, ResourceBundle bundle, ConcurrentMap<String, MessageFormat> formats)
            implements Texts {

        LoadedTexts(Locale locale, ResourceBundle bundle) {
            this(locale, bundle, new ConcurrentHashMap<>());
        }

        @Override
        public String get(String key, Object... arguments) {
            if (!bundle.containsKey(key)) {
                log.warn("No text under {} in {}", key, locale);
                return readable(key);
            }
            if (arguments.length == 0) {
                return bundle.getString(key);
            }
            MessageFormat format = formats.computeIfAbsent(
                    counted(bundle.getString(key), arguments), pattern -> new MessageFormat(pattern, locale));
            return ((MessageFormat) format.clone()).format(arguments);
        }

        /** The text with {@code {0|day|days}} decided: by whether argument 0 reads 1. */
        private static String counted(String text, Object... arguments) {
            return text.indexOf('|') < 0
                    ? text
                    : BY_NUMBER.matcher(text).replaceAll(found -> {
                        int number = Integer.parseInt(found.group(1));
                        boolean one = number < arguments.length && "1".equals(String.valueOf(arguments[number]));
                        return Matcher.quoteReplacement(found.group(one ? 2 : 3));
                    });
        }

        private static String readable(String key) {
            return key.substring(key.lastIndexOf('.') + 1).replace('-', ' ').replace('_', ' ');
        }
    }

    private static final class EmptyTexts extends java.util.ListResourceBundle {
        @Override
        protected Object[][] getContents() {
            return new Object[0][];
        }
    }
}
