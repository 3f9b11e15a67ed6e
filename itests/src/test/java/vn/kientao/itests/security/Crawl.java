package vn.kientao.itests.security;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final List<KnownRoute> routes;

    Crawl(Cast cast) {
        this.cast = cast;
        this.routes = KnownRoute.of(cast.of(Cast.CITIZEN));
    }

    /** Answers of every page and file, in every place, to one person. */
    List<HttpResponse<String>> everythingSafe(String role) {
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (KnownRoute route : routes) {
            for (Where where : route.safe() ? cast.samples().places(route) : List.<Where>of()) {
                answers.add(cast.of(role).get(cast.samples().path(route, where)));
            }
        }
        return answers;
    }

    /** Changing requests of {@code role} that were not stopped for want of the token of their form. */
    List<String> unguarded(String role) {
        List<String> unguarded = new ArrayList<>();
        for (KnownRoute route : routes) {
            if (route.safe()) {
                continue;
            }
            Where where = cast.samples().places(route).get(0);
            HttpResponse<String> answer =
                    cast.of(role).withoutToken(route.method(), cast.samples().path(route, where));
            String code = Caller.code(answer).orElse("");
            if (answer.statusCode() != 401 && !(answer.statusCode() == 403 && isRefusal(code))) {
                unguarded.add(route + " for " + role + " answered " + answer.statusCode() + " " + code);
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
