package vn.kientao.itests.security;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import vn.kientao.itests.security.Samples.Where;

/** Walks over every route of the running product. */
final class Crawl {
    /** What every answer tells the browser, and by what it begins. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", "default-src ",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Permissions-Policy", "camera=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    /** What betrays the machinery. */
    private static final List<String> TELLTALE =
            List.of("Exception", "vn.kientao.", "org.jdbi", "org.postgresql", "jetty", "Jetty", "\tat ");

    /** What a browser must not open in the place of a page. */
    private static final List<String> FILES = List.of(
            "text/csv", "application/vnd.", "application/zip", "application/octet-stream", "application/java-archive");

    private final Cast cast;
    private final Cells cells;
    private final List<KnownRoute> routes;

    Crawl(Cast cast) {
        this.cast = cast;
        this.cells = Cells.of(cast.roles());
        this.routes = KnownRoute.of(cast.of(Cast.CITIZEN));
    }

    /** Answers of every page and file, in every place, to one person. */
    List<HttpResponse<String>> everythingSafe(String role) {
        return safe(role, (route, where) -> true);
    }

    /** The same, without what {@link Cells#shows} leaves out. */
    List<HttpResponse<String>> everythingShown(String role) {
        return safe(role, (route, where) -> cells.shows(route, where, role));
    }

    private List<HttpResponse<String>> safe(String role, BiPredicate<KnownRoute, Where> wanted) {
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (KnownRoute route : routes) {
            for (Where where : route.safe() ? cast.samples().places(route) : List.<Where>of()) {
                if (wanted.test(route, where)) {
                    answers.add(cast.of(role).get(cast.samples().path(route, where)));
                }
            }
        }
        return answers;
    }

    /** Changing requests of those whom {@link Cells} name that were not stopped for want of the token of their form. */
    List<String> unguarded() {
        List<String> unguarded = new ArrayList<>();
        for (KnownRoute route : routes) {
            if (route.safe()) {
                continue;
            }
            Where where = cast.samples().places(route).get(0);
            for (String role : cells.of(route, where)) {
                HttpResponse<String> answer = cast.of(role)
                        .withoutToken(route.method(), cast.samples().path(route, where));
                String code = Caller.code(answer).orElse("");
                if (answer.statusCode() != 401 && !(answer.statusCode() == 403 && isRefusal(code))) {
                    unguarded.add(route + " for " + role + " answered " + answer.statusCode() + " " + code);
                }
            }
        }
        return unguarded;
    }

    private static boolean isRefusal(String code) {
        return code.equals("form-expired") || code.equals("forbidden");
    }

    /** What is missing in an answer, and what should not stand in it. */
    static List<String> faults(HttpResponse<String> answer) {
        String named = answer.request().method() + " " + answer.uri().getPath() + " (" + answer.statusCode() + ")";
        List<String> faults = new ArrayList<>();
        HEADERS.forEach((header, beginning) -> {
            Optional<String> value = answer.headers().firstValue(header);
            if (value.filter(said -> said.startsWith(beginning)).isEmpty()) {
                faults.add(named + " says " + header + ": " + value.orElse("nothing"));
            }
        });
        for (String header : List.of("Server", "X-Powered-By")) {
            answer.headers().firstValue(header).ifPresent(said -> faults.add(named + " says " + header + ": " + said));
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String disposition = answer.headers().firstValue("Content-Disposition").orElse("");
        if (FILES.stream().anyMatch(type::startsWith) && !disposition.startsWith("attachment")) {
            faults.add(named + " is a file (" + type + ") and says Content-Disposition: " + disposition);
        }
        if (answer.statusCode() >= 400) {
            TELLTALE.stream()
                    .filter(word -> answer.body().contains(word))
                    .forEach(word -> faults.add(named + " tells of '" + word + "'"));
        }
        return faults;
    }
}
