package vn.kientao.itests.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.itests.product.Await;
import vn.kientao.itests.product.Browser;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.Postgres;
import vn.kientao.itests.product.Product;
import vn.kientao.itests.security.Samples.Where;

/**
 * Every route × every role × the own and another agency's objects, against the table of expectations in
 * {@code security/matrix.csv}. A default build tries every line of it, and of the roles at each line those that {@link Cells}
 * name; {@code -Pendurance} tries all of them. After routes were added or changed on purpose, {@code -Dkientao.matrix=write}
 * tries all and writes the table anew; each line of the difference wants to be read before it is kept.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WallsIT {
    @RegisterExtension
    static final Postgres postgres = new Postgres();

    /** Tables that change by themselves, or by somebody's being there, and why. */
    private static final Map<String, String> MOVING = Map.of(
            "audit.arrival", "what was taken out of the platform is recorded",
            "audit.entry", "the same, in its place in the chain",
            "audit.head", "where the chain ends",
            "security.session", "when a session was last used",
            "security.totp", "the page that shows an authenticator app its secret makes one when it is first opened",
            "jobs.scheduled_tasks", "the scheduler's own upkeep",
            "steering.kept_counting", "that targets are counted again as time goes by",
            "privacy.access_entry", "who looked at personal data is recorded");

    /** Doors that show their form again with what was typed, without the file that was refused. */
    private static final Set<String> SHOWN_AGAIN = Set.of(
            "POST /public/procedures/prefill/{code}/files",
            "POST /{agency}/procedures/desk/{versionId}/reuse",
            "POST /{agency}/procedures/desk/{versionId}/scans");

    private static @Nullable Product product;
    private static @Nullable Cast cast;
    private static String database = "";

    @BeforeAll
    static void start() {
        database = postgres.newDatabase();
        Product started = Product.unpack(Options.demo("walls").onPostgres(database, "kientao", "kientao"));
        product = started;
        started.start();
        cast = new Cast(started, database);
    }

    @AfterAll
    static void stop() {
        Optional.ofNullable(product).ifPresent(Product::close);
    }

    @Test
    void everybodyGetsThroughTheDoorsThatAreTheirsAndThroughNoOther() {
        Cast people = cast();
        Cells cells = Cells.of(people.roles());
        Matrix seen = new Matrix(people.roles());
        List<String> faults = new ArrayList<>();
        for (KnownRoute route : KnownRoute.of(people.of(Cast.CITIZEN))) {
            for (Where where : people.samples().places(route)) {
                Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
                cells.of(route, where).forEach(role -> answers.put(role, ask(people.of(role), route, where)));
                seen.put(
                        Cells.line(route, where),
                        people.roles().stream()
                                .map(role -> answers.containsKey(role) ? outcome(answers.get(role)) : Matrix.UNTRIED)
                                .toList());
                answers.values().stream()
                        .filter(answer -> answer.statusCode() >= 500)
                        .map(answer -> Cells.line(route, where) + " answered " + answer.statusCode())
                        .distinct()
                        .forEach(faults::add);
                if (where == Where.FOREIGN) {
                    faults.addAll(oracles(route, answers));
                }
            }
        }
        System.out.println(seen.size() + " cells of " + seen.lines().size() + " lines of the matrix were tried");
        assertThat(faults).isEmpty();
        if (Matrix.wanted()) {
            seen.write();
        }
        assertThat(Matrix.read().differences(seen)).isEmpty();
    }

    @Test
    void theDatabaseItselfKeepsTheAgenciesApart() {
        for (String table : List.of("dossier", "dossier_paper", "dossier_event")) {
            assertThat(Tables.visible(database, "P-AX", "procedures." + table)).isPositive();
            assertThat(Tables.visible(database, "P-AX", "procedures." + table)
                            + Tables.visible(database, "X-VL", "procedures." + table))
                    .isEqualTo(Tables.visible(database, "*", "procedures." + table));
            assertThat(Tables.visible(database, "", "procedures." + table)).isZero();
        }
    }

    @Test
    void nothingIsChangedByARequestWithoutTheTokenOfItsForm() {
        assertThat(new Crawl(cast()).unguarded()).isEmpty();
    }

    @Test
    void lookingChangesNothingAndEveryAnswerIsSealed() {
        Tables before = Tables.of(database);
        List<String> faults = new ArrayList<>();
        int answers = 0;
        Crawl crawl = new Crawl(cast());
        for (List<HttpResponse<String>> looked : List.of(
                crawl.everythingSafe("platform-administrator"),
                crawl.everythingShown("desk-officer"),
                crawl.everythingSafe(Cast.CITIZEN))) {
            looked.forEach(answer -> faults.addAll(Crawl.faults(answer)));
            answers += looked.size();
        }
        for (String path :
                List.of("/a/none/kientao.css", "/favicon.ico", "/nowhere/at/all", "/P-AX/%00", "/..%2f..%2fetc")) {
            faults.addAll(Crawl.faults(cast().of(Cast.CITIZEN).get(path)));
        }
        System.out.println(answers + " pages and files were looked at");
        assertThat(faults).isEmpty();
        assertThat(before.changedUntil(Tables.of(database))).isSubsetOf(MOVING.keySet());
    }

    @Test
    void wordsThatAreCodeElsewhereAreWordsHere() {
        List<String> live = new ArrayList<>();
        for (String words : Corpora.MARKUP) {
            HttpResponse<String> received = new Corpora(cast()).receive(words);
            assertThat(received.statusCode()).as(words + ": " + received.body()).isEqualTo(201);
            String address = received.headers().firstValue("Location").orElseThrow();
            String code = address.substring(address.lastIndexOf('/') + 1);
            for (String page : List.of("/dossiers/" + code, "/dossiers", "/dossiers.csv", "/dossiers?q=" + code)) {
                HttpResponse<String> shown = cast().of("desk-officer").get("/P-AX/procedures" + page);
                assertThat(shown.statusCode()).as(page).isEqualTo(200);
                live.addAll(Corpora.live(shown));
            }
            assertThat(cast().of("desk-officer")
                            .get("/P-AX/procedures/dossiers/" + code + "/receipt.pdf")
                            .statusCode())
                    .as("receipt with " + words)
                    .isEqualTo(200);
        }
        assertThat(live).isEmpty();
    }

    @Test
    void sheetsGoOutAsAttachmentsInWhichNothingIsReckoned() {
        Sheets.FORMULAS.forEach(words ->
                assertThat(new Corpora(cast()).receive(words).statusCode()).isEqualTo(201));
        List<String> faults = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (KnownRoute route : KnownRoute.of(cast().of(Cast.CITIZEN))) {
            if (route.safe() && route.address().matches(".*\\.(csv|xlsx)")) {
                String path = cast().samples()
                        .path(route, cast().samples().places(route).get(0));
                cast().roles().stream()
                        .map(role -> cast().of(role).file(path))
                        .filter(file -> file.statusCode() == 200)
                        .findFirst()
                        .ifPresentOrElse(
                                file -> faults.addAll(Sheets.faults(file, seen)),
                                () -> faults.add(route + " gave nobody a file"));
            }
        }
        for (String format : List.of("csv", "xlsx")) {
            faults.addAll(Sheets.faults(
                    cast().of("desk-officer").file("/P-AX/procedures/print/register", "format=" + format), seen));
        }
        assertThat(faults).isEmpty();
        assertThat(seen)
                .contains(
                        "GET /P-AX/procedures/dossiers.csv",
                        "GET /P-AX/procedures/dossiers.xlsx",
                        "POST /P-AX/procedures/print/register");
    }

    @Test
    void swollenFilesAreTurnedAwayAtOnceAtEveryDoorForFiles() {
        Tables before = Tables.of(database);
        List<byte[]> bombs = Sheets.bombs();
        List<String> faults = new ArrayList<>();
        List<KnownRoute> doors = KnownRoute.of(cast().of(Cast.CITIZEN)).stream()
                .filter(KnownRoute::takesFiles)
                .toList();
        for (KnownRoute door : doors) {
            String path =
                    cast().samples().path(door, cast().samples().places(door).get(0));
            Caller caller = cast().of(keeper(door, path));
            for (byte[] bomb : bombs) {
                long start = System.nanoTime();
                HttpResponse<String> answer = caller.upload(door.method(), path, "file", bomb);
                long millis = (System.nanoTime() - start) / 1_000_000;
                boolean refused = List.of(413, 415, 422).contains(answer.statusCode())
                        || (answer.statusCode() == 200 && SHOWN_AGAIN.contains(door.toString()));
                if (!refused || millis > 2_000) {
                    faults.add(door + " answered " + answer.statusCode() + " after " + millis + " ms to "
                            + bomb.length / 1024 + " KB");
                }
            }
        }
        System.out.println(doors.size() + " doors for files");
        assertThat(before.changedUntil(Tables.of(database)))
                .as("nothing of them is kept")
                .doesNotContain("procedures.intake_scan", "procedures.prefill_file");
        assertThat(doors).hasSizeGreaterThan(8);
        assertThat(faults).isEmpty();
    }

    /** Somebody who is let through the door. */
    private static String keeper(KnownRoute door, String path) {
        return cast().roles().stream()
                .filter(role -> outcome(cast().of(role).withoutToken(door.method(), path))
                        .equals("may"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(door + " is open to nobody"));
    }

    @Test
    void nothingIsChangedThatCannotBeWrittenIntoTheTrail() {
        Tables before = Tables.of(database);
        List<HttpResponse<String>> answers = new WithoutTrail(cast(), database).answers();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.statusCode())
                        .as(answer.request().method() + " " + answer.uri().getPath() + ": " + answer.body())
                        .isEqualTo(500));
        assertThat(before.changedUntil(Tables.of(database))).isSubsetOf(MOVING.keySet());
    }

    /** The last one: nothing in the database means anything afterwards. */
    @Test
    @Order(Integer.MAX_VALUE)
    void whateverStandsInAnyStoredFieldIsTextOnEveryPageAndInEveryFile() {
        Poison poison = Poison.into(database);
        System.out.println(poison.columns().size()
                + " columns hold words that are code elsewhere; left out by the database: " + poison.left());
        assertThat(poison.columns())
                .contains(
                        "directory.agency.name_vi",
                        "kernel.held_back.reason",
                        "procedures.dossier.applicant_name",
                        "repository.source.name",
                        "security.account.name",
                        "security.delegation.reason",
                        "security.token.name");
        StoredWords words = StoredWords.seenBy(cast());
        System.out.println(words.shown().size() + " answers showed them as text");
        assertThat(words.faults()).isEmpty();
        assertThat(words.shown()).hasSizeGreaterThan(40);
        assertThat(words.faultsInTheBrowser(cast().home())).isEmpty();
    }

    @Test
    @Tag("long")
    void piecesOfStatementsInParametersBreakNothing() {
        List<String> failures = new ArrayList<>();
        for (String role : List.of("platform-administrator", "desk-officer")) {
            failures.addAll(new Corpora(cast()).failures(role));
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void theBrowserRunsNoScriptThatStandsInAPage() {
        try (Browser browser = Browser.open(cast().home(), Browser.DESKTOP)) {
            browser.go("/public/procedures");
            assertThat(browser.complaints()).isEmpty();
            browser.driver().executeScript("""
                    const script = document.createElement('script');
                    script.textContent = 'window.ktMark = 1';
                    document.body.append(script);
                    const image = document.createElement('div');
                    image.innerHTML = '<img src="/none.png" onerror="window.ktMark = 2">';
                    document.body.append(image);
                    const far = document.createElement('script');
                    far.src = 'https://elsewhere.example/x.js';
                    document.body.append(far);
                    """);
            AtomicLong refused = new AtomicLong();
            Await.until(
                    "the browser to refuse", Duration.ofSeconds(10), () -> refused.addAndGet(refusals(browser)) >= 3);
            assertThat(browser.driver().executeScript("return window.ktMark")).isNull();
        }
    }

    /** How often the browser has told, since it was last asked, that the page's policy forbids something. */
    private static long refusals(Browser browser) {
        return browser.complaints().stream()
                .filter(said -> said.contains("Content Security Policy"))
                .count();
    }

    /** Another agency's object is answered as one that does not exist, so that nobody learns which do. */
    private static List<String> oracles(KnownRoute route, Map<String, HttpResponse<String>> answers) {
        List<String> oracles = new ArrayList<>();
        answers.forEach((role, foreign) -> {
            if (route.address().contains("/steering/") && SteeringSamples.SEE_THE_PROVINCE.contains(role)) {
                return;
            }
            HttpResponse<String> missing = ask(cast().of(role), route, Where.MISSING);
            String one = foreign.statusCode() + cast().samples().shape(foreign);
            String two = missing.statusCode() + cast().samples().shape(missing);
            if (!one.equals(two)) {
                String difference = one.lines()
                        .filter(said -> !two.contains(said))
                        .findFirst()
                        .orElse("");
                oracles.add(route + " tells " + role + " that another agency's object exists: " + difference);
            }
        });
        return oracles;
    }

    /** Changing requests to objects that are the caller's, or nobody's, stop at the missing token; others go all the way. */
    private static HttpResponse<String> ask(Caller caller, KnownRoute route, Where where) {
        String path = cast().samples().path(route, where);
        if (route.safe()) {
            return caller.get(path);
        }
        return where == Where.FOREIGN || where == Where.MISSING
                ? caller.empty(route.method(), path)
                : caller.withoutToken(route.method(), path);
    }

    private static String outcome(HttpResponse<String> answer) {
        if (answer.statusCode() == 303
                && answer.headers().firstValue("Location").orElse("").startsWith("/sign-in")) {
            return "sign-in";
        }
        boolean stoppedForItsToken = answer.statusCode() == 403
                && Caller.code(answer).filter("form-expired"::equals).isPresent();
        return stoppedForItsToken ? "may" : Integer.toString(answer.statusCode());
    }

    private static Cast cast() {
        Cast people = cast;
        if (people == null) {
            throw new IllegalStateException("the product has not started");
        }
        return people;
    }
}
