package vn.kientao.itests.security;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Words that do harm where they are taken for code: in a page, in a statement, in a spreadsheet. */
final class Corpora {
    /** Those with a sharp bracket are alive where they stand in a page as they are. */
    static final List<String> MARKUP = List.of(
            "<script>alert('kt-mark')</script>",
            "\"><img src=x onerror=alert('kt-mark')>",
            "' onmouseover='alert(`kt-mark`)",
            "<svg/onload=alert('kt-mark')>",
            "</textarea><script>alert('kt-mark')</script>",
            "<a href=\"javascript:alert('kt-mark')\">x</a>",
            "{{constructor.constructor('kt-mark')()}}<b>",
            "${7*7}<%= 'kt-mark' %>");

    private static final List<String> STATEMENTS = List.of(
            "' OR '1'='1",
            "1' UNION SELECT password_hash FROM security.account --",
            "'; DROP TABLE procedures.dossier; --",
            "\\'; SELECT pg_sleep(15); --",
            "1 OR 1=1",
            "%",
            "_%_",
            "\u0000",
            "\uD83D\uDE00\u202E<",
            "9".repeat(60),
            "-1",
            "x".repeat(3000));

    private static final List<String> NAMES = List.of(
            "q", "after", "before", "state", "status", "field", "from", "to", "date", "page", "sort", "role", "id");

    private final Cast cast;

    Corpora(Cast cast) {
        this.cast = cast;
    }

    /** Pages and files that fail, or take long, when their parameters carry pieces of statements. */
    List<String> failures(String role) {
        List<String> failures = new ArrayList<>();
        for (KnownRoute route : KnownRoute.of(cast.of(Cast.CITIZEN))) {
            if (!route.safe() || (route.permission().equals("platform.administer") && !role.startsWith("platform"))) {
                continue;
            }
            String path =
                    cast.samples().path(route, cast.samples().places(route).get(0));
            for (String words : STATEMENTS) {
                StringBuilder query = new StringBuilder("?");
                NAMES.forEach(name -> query.append(name)
                        .append('=')
                        .append(URLEncoder.encode(words, StandardCharsets.UTF_8))
                        .append('&'));
                if (query.length() > 6000) {
                    query.setLength(6000);
                }
                long start = System.nanoTime();
                HttpResponse<String> answer =
                        cast.of(role).get(path + query.toString().replaceAll("%.?$", ""));
                long millis = (System.nanoTime() - start) / 1_000_000;
                if ((answer.statusCode() >= 500 && answer.statusCode() != 503) || millis > 14_000) {
                    failures.add("GET " + route.address() + " with " + shown(words) + " for " + role + ": "
                            + answer.statusCode() + " after " + millis + " ms");
                }
            }
        }
        return failures;
    }

    private static String shown(String words) {
        return words.length() > 60 ? words.length() + " characters" : words.replace("\u0000", "a null character");
    }

    /** Receives a dossier with the words in every field of free text; empty when the form refuses them. */
    HttpResponse<String> receive(String words) {
        Caller desk = cast.of("desk-officer");
        String text = words.replace("\\", "\\\\").replace("\"", "\\\"");
        String body = """
                {"procedure": "1.000049", "kind": "citizen", "name": "%1$s", "idNumber": "096123456789",
                 "address": "%1$s", "phone": "0912345678", "email": "mot@example.vn", "content": "%1$s",
                 "papers": [{"name": "%1$s", "originals": 1}]}
                """.formatted(text);
        return desk.send(
                "POST",
                "/api/v1/" + Samples.OWN_AGENCY + "/procedures/dossiers",
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-CSRF-Token",
                        desk.token(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString()),
                body);
    }

    /** The places of a page in which words that were stored stand as markup. */
    static List<String> live(HttpResponse<String> page) {
        String type = page.headers().firstValue("Content-Type").orElse("");
        List<String> live = new ArrayList<>();
        if (!type.startsWith("text/html")) {
            return live;
        }
        MARKUP.stream()
                .filter(words -> words.contains("<") && page.body().contains(words))
                .forEach(words -> live.add(page.uri().getPath() + " carries " + words));
        return live;
    }
}
