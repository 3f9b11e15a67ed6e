package vn.kientao.itests.security;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kientao.itests.product.Browser;

/**
 * What becomes of {@link Poison#WORDS} on every page and in every file.
 *
 * @param shown paths of the answers in which they stand as text
 * @param faults answers in which they are more than text, or because of which something failed
 */
record StoredWords(Set<String> shown, List<String> faults) {
    /** Looks at all there is, and at every way to be turned away. */
    private static final String FIRST = "platform-administrator";

    private static final List<String> READERS =
            List.of(FIRST, "standing-office", "agency-head", "desk-officer", "auditor", Cast.CITIZEN);

    /** A cell of CSV that a spreadsheet would reckon. */
    private static final Pattern FORMULA = Pattern.compile("(?m)(^|[;,])\"?=");

    static StoredWords seenBy(Cast cast) {
        Set<String> shown = new TreeSet<>();
        List<String> faults = new ArrayList<>();
        for (String role : READERS) {
            Crawl crawl = new Crawl(cast);
            for (HttpResponse<String> answer :
                    role.equals(FIRST) ? crawl.everythingSafe(role) : crawl.everythingShown(role)) {
                look(answer, role, faults);
                if (Poison.HARMLESS.matcher(answer.body()).find()) {
                    shown.add(answer.uri().getPath());
                }
            }
        }
        return new StoredWords(shown, faults);
    }

    private static void look(HttpResponse<String> answer, String role, List<String> faults) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String named = answer.uri().getPath() + " for " + role;
        String body = answer.body();
        if (answer.statusCode() >= 500) {
            faults.add(named + " answered " + answer.statusCode());
        }
        if (type.startsWith("text/html") && body.contains(Poison.MARK)) {
            faults.add(named + " carries " + around(body, body.indexOf(Poison.MARK)));
        }
        Matcher formula = FORMULA.matcher(body);
        if (type.startsWith("text/csv") && formula.find()) {
            faults.add(named + " has a formula: " + around(body, formula.start()));
        }
    }

    private static String around(String body, int place) {
        return body.substring(Math.max(0, place - 60), Math.min(body.length(), place + 40));
    }

    /** Pages for everybody that run something there, or break their own policy; a dialogue would keep the browser waiting. */
    List<String> faultsInTheBrowser(URI home) {
        List<String> found = new ArrayList<>();
        try (Browser browser = Browser.open(home, Browser.DESKTOP)) {
            for (String path : shown) {
                if (!path.startsWith("/public/") && !path.equals("/agencies")) {
                    continue;
                }
                browser.go(path);
                if (!browser.all("kt-mark, img[src=x]").isEmpty()) {
                    found.add(path + " takes the words for markup");
                }
                browser.complaints().stream()
                        .filter(said -> !said.contains("status of 404"))
                        .forEach(said -> found.add(path + " complains: " + said));
            }
        }
        return found;
    }
}
