package vn.kientao.platform.web.reply;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import vn.kientao.platform.api.security.Sessions;
import vn.kientao.platform.api.web.Reply.Cookie;
import vn.kientao.platform.web.visit.Visit;

/**
 * A sentence for the next page, such as "the dossier was received". It travels in a cookie of one minute, signed so that
 * nobody else can put words in our mouth; nothing is kept here, and a visitor without a session can have one.
 */
final class Flash {
    private static final String COOKIE = "kt-flash";
    private static final int LONGEST = 600;

    private final Sessions sessions;

    Flash(Sessions sessions) {
        this.sessions = sessions;
    }

    void leave(Visit visit, String sentence) {
        String text = sentence.length() > LONGEST ? sentence.substring(0, LONGEST) : sentence;
        String words = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        visit.cookies().write(visit.exchange(), new Cookie(COOKIE, words + "." + signature(words), 60));
    }

    /** The sentence that the page before left. */
    Optional<String> read(Visit visit) {
        Optional<String> cookie = visit.cookies().read(COOKIE);
        if (cookie.isEmpty()) {
            return Optional.empty();
        }
        int dot = cookie.get().indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String words = cookie.get().substring(0, dot);
        return same(cookie.get().substring(dot + 1), signature(words))
                ? Optional.of(new String(Base64.getUrlDecoder().decode(words), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** Nobody reads the sentence again. */
    void remove(Visit visit) {
        visit.cookies().write(visit.exchange(), new Cookie(COOKIE, "", 0));
    }

    /** The key behind visitors' tokens signs it; no visitor's word has this beginning. */
    private String signature(String words) {
        return sessions.visitorCsrfToken("flash:" + words);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
