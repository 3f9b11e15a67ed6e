package vn.kientao.platform.web.visit;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.kientao.platform.api.security.Session;
import vn.kientao.platform.api.security.Sessions;
import vn.kientao.platform.api.security.Tokens;
import vn.kientao.platform.api.web.Reply.Cookie;
import vn.kientao.platform.web.http.Languages;
import vn.kientao.platform.web.http.Parameters;
import vn.kientao.platform.web.http.Refusal;

/** Recognises who comes: language, session or visitor's cookie. */
public final class Visitors {
    static final String LANGUAGE_COOKIE = "kt-lang";
    static final String VISITOR_COOKIE = "kt-visitor";
    /** The address at which a page asks how long its session lasts. */
    static final String SESSION_WATCH = "/session";

    private static final long YEAR = 365L * 24 * 3600;
    private static final Pattern VISITOR = Pattern.compile("[A-Za-z0-9_-]{22}");

    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final Tokens tokens;
    private final SecureRandom random = new SecureRandom();

    public Visitors(Sessions sessions, Tokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /** Fills in what the request tells of its sender; sets the visitor's cookie on somebody new. */
    public void recognise(Visit visit) {
        visit.locale(
                Languages.accepted(visit.exchange().header("Accept-Language").orElse("")));
        visit.cookies().read(LANGUAGE_COOKIE).flatMap(Languages::named).ifPresent(visit::locale);
        visit.query(Parameters.parse(visit.exchange().rawQuery()));
        Optional<String> access = access(visit);
        if (access.isPresent()) {
            Session program = tokens.find(access.get())
                    .orElseThrow(() -> new Refusal(
                            401, "bad-token", Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\"")));
            visit.program(program);
            return;
        }
        Optional<Session> session = visit.cookies().read(Sessions.COOKIE).flatMap(token -> session(visit, token));
        session.ifPresent(visit::session);
        if (session.isEmpty()) {
            greet(visit);
        }
        language(visit);
    }

    /** The access token of a program; pages for people take none. */
    private static Optional<String> access(Visit visit) {
        return visit.exchange()
                .header("Authorization")
                .filter(header -> visit.exchange().rawPath().startsWith("/api/")
                        && header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    /** Whoever only asks how long the session lasts does not make it last longer. */
    private Optional<Session> session(Visit visit, String token) {
        boolean watches = visit.safe() && visit.exchange().rawPath().equals(SESSION_WATCH);
        Optional<Session> found = watches ? sessions.look(token) : sessions.find(token);
        if (found.isPresent() && !watches) {
            sessions.used(
                    found.get(),
                    visit.exchange().origin().remoteAddress(),
                    visit.exchange().header("User-Agent").orElse(""));
            sessions.renewal(token)
                    .ifPresent(renewal -> visit.cookies()
                            .write(
                                    visit.exchange(),
                                    new Cookie(
                                            Sessions.COOKIE,
                                            renewal.token(),
                                            renewal.left().toSeconds())));
        }
        return found;
    }

    private void greet(Visit visit) {
        Optional<String> known = visit.cookies()
                .read(VISITOR_COOKIE)
                .filter(word -> VISITOR.matcher(word).matches());
        String visitor = known.orElseGet(this::randomWord);
        visit.visitor(visitor, sessions.visitorCsrfToken(visitor));
        if (known.isEmpty()) {
            visit.cookies().write(visit.exchange(), new Cookie(VISITOR_COOKIE, visitor, YEAR));
        }
    }

    private void language(Visit visit) {
        Optional<Locale> asked = visit.query().first("lang").flatMap(Languages::named);
        if (asked.isPresent()) {
            visit.locale(asked.get());
            visit.cookies()
                    .write(
                            visit.exchange(),
                            new Cookie(LANGUAGE_COOKIE, asked.get().getLanguage(), YEAR));
        } else if (visit.cookies().read(LANGUAGE_COOKIE).isEmpty()) {
            visit.session().flatMap(Session::language).flatMap(Languages::named).ifPresent(visit::locale);
        }
    }

    private String randomWord() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
