package vn.kientao.platform.security.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.kientao.platform.api.text.Folding;

/**
 * What a password must be: long enough that nobody guesses it, and not one that everybody would guess. Which signs it is
 * made of is up to its owner; spaces and Vietnamese letters are welcome (after NIST SP 800-63B-4, 3.1.1.2).
 */
public final class PasswordRule {
    /** Characters of a password that stands alone. */
    public static final int SHORTEST = 15;

    /** Characters of a password that only serves together with a second factor. */
    public static final int SHORTEST_WITH_FACTOR = 8;

    public static final int LONGEST = 200;
    private static final int FEWEST_DIFFERENT = 6;

    /** What is left of a guessable password once its digits and signs are gone; compared without diacritics. */
    private static final List<String> GUESSABLE = List.of(
            "matkhau", "password", "kientao", "vietnam", "admin", "camau", "qwertyuiop", "abcdefghijklmno", "iloveyou");

    private PasswordRule() {}

    /** Whether it may only be used together with a second factor. */
    public static boolean tooShortAlone(String password) {
        return password.codePointCount(0, password.length()) < SHORTEST;
    }

    /** The text key of what is wrong; empty when the password may stand alone. */
    public static Optional<String> refusal(String password, Account owner) {
        return refusal(password, owner, false);
    }

    /**
     * The text key of what is wrong; empty when the password may be used.
     *
     * @param withFactor whether the account also asks for a second factor
     */
    public static Optional<String> refusal(String password, Account owner, boolean withFactor) {
        int length = password.codePointCount(0, password.length());
        if (length < (withFactor ? SHORTEST_WITH_FACTOR : SHORTEST)) {
            return Optional.of(withFactor ? "password.too-short-with-factor" : "password.too-short");
        }
        if (length > LONGEST) {
            return Optional.of("password.too-long");
        }
        String folded = Folding.fold(password);
        boolean dull = folded.chars().distinct().count() < FEWEST_DIFFERENT;
        if (dull || CommonPasswords.has(password) || guessable(folded) || named(folded, owner)) {
            return Optional.of("password.guessable");
        }
        return Optional.empty();
    }

    private static boolean guessable(String folded) {
        String rest = folded.replaceAll("[^a-z]", "");
        for (String word : GUESSABLE) {
            rest = rest.replace(word, "");
        }
        return rest.length() < 4 && folded.matches(".*(?:[a-z]|123|321).*");
    }

    private static boolean named(String folded, Account owner) {
        String bare = folded.replaceAll("[^a-z0-9]", "");
        String login = owner.login().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String name = Folding.fold(owner.name()).replaceAll("[^a-z0-9]", "");
        return tooMuchOf(bare, login) || tooMuchOf(bare, name);
    }

    private static boolean tooMuchOf(String password, String word) {
        return word.length() >= 4 && password.replace(word, "").length() < 8 && password.contains(word);
    }
}
