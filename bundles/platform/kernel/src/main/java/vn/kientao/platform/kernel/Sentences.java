package vn.kientao.platform.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;

/** What the kernel says to administrators: one sentence each, in both languages. */
public final class Sentences {
    private static final TextBundle TEXTS = TextBundle.of(Sentences.class);

    private Sentences() {}

    /** The sentence under {@code key} with its arguments. */
    public static LocalText say(String key, Object... arguments) {
        Object[] words = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            words[i] = String.valueOf(arguments[i]);
        }
        return TEXTS.text(key, words);
    }

    /** A refusal with the sentence under {@code key}. */
    public static ReleaseRefusedException refuse(String key, Object... arguments) {
        return new ReleaseRefusedException(say(key, arguments));
    }

    /** A refusal that something else caused. */
    public static ReleaseRefusedException refuseBecause(Throwable cause, String key, Object... arguments) {
        return new ReleaseRefusedException(say(key, arguments), cause);
    }

    /** What the innermost cause said, on one line; a stand-in sentence when it said nothing. */
    public static LocalText words(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        @Nullable String message = innermost.getMessage();
        if (message == null || message.isBlank()) {
            return say("kernel.cause.silent");
        }
        String line = message.lines().findFirst().orElse(message).strip();
        return LocalText.same(line.length() > 300 ? line.substring(0, 300) + "…" : line);
    }

    /** A refusal whose last argument is what {@code cause} said. */
    public static ReleaseRefusedException refuseWithWords(Throwable cause, String key, Object... arguments) {
        LocalText words = words(cause);
        Object[] vietnamese = append(arguments, words.vi());
        Object[] english = append(arguments, words.en());
        return new ReleaseRefusedException(
                new LocalText(say(key, vietnamese).vi(), say(key, english).en()), cause);
    }

    private static Object[] append(Object[] arguments, Object last) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = last;
        return all;
    }
}
