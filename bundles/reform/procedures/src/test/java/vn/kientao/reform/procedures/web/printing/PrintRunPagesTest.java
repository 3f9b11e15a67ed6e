package vn.kientao.reform.procedures.web.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.Letters;
import vn.kientao.platform.api.jobs.JobStatus;
import vn.kientao.platform.api.privacy.RetentionSource.Scope;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.letters.LetterService;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.importing.HandRunJobs;
import vn.kientao.reform.procedures.app.paper.Papers;
import vn.kientao.reform.procedures.app.paper.Register;
import vn.kientao.reform.procedures.app.printing.PrintJob;
import vn.kientao.reform.procedures.app.printing.Printing;
import vn.kientao.reform.procedures.app.privacy.PrintRetention;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.NoAgencies;
import vn.kientao.reform.procedures.web.paper.PrintPages;

/** Receipts of more than fifty dossiers: asked for, waited for, fetched. */
@OnEachDatabase("procedures")
class PrintRunPagesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, Formats.ZONE);

    private final Database database;
    private final ProcedureTables tables;
    private final DeskFixture fixture;
    private final Papers papers;
    private final Printing printing;
    private final HandRunJobs jobs = new HandRunJobs();
    private final Letters letters = new LetterService(new PaperService());
    private final RecordedRoutes routes = new RecordedRoutes();

    PrintRunPagesTest(Database database, Migrations migrations) {
        this.database = database;
        tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        fixture = new DeskFixture(database, migrations);
        papers = new Papers(database, fixture.audit, tables);
        printing = new Printing(database, jobs, tables);
        Register register = new Register(database, new SheetService(), tables);
        new PrintPages(fixture.dossiers, papers, register, letters, printing, new NoAgencies()).staff(routes);
        new PrintRunPages(printing).staff(routes);
    }

    @Test
    void printsMoreThanFiftyInPartsThatAreFetchedAfterwards() throws IOException {
        String codes = String.join("\n", received(52));
        Reply.Redirect begun = (Reply.Redirect) routes.call("POST /print/receipts", ask().withField("codes", codes));
        assertThat(begun.location()).endsWith("/print/runs/1");
        Rendered waiting = page(ask()).keepsTheRules();
        assertThat(waiting.has("[data-job-url]")).isTrue();
        assertThat(waiting.has("a[href*=parts]")).isFalse();

        jobs.run(job(letters));

        Rendered done = page(ask()).keepsTheRules();
        assertThat(done.has("[data-job-url]")).isFalse();
        assertThat(done.texts("main li a, li a[href*=parts]")).contains("Giấy 1 đến 50 (PDF)", "Giấy 51 đến 52 (PDF)");
        assertThat(pages("1")).isEqualTo(50);
        assertThat(pages("2")).isEqualTo(2);
        FakeRequest second = ask().withPathValue("run", "1").withPathValue("part", "2");
        routes.call("GET /print/runs/{run}/parts/{part}", second);
        assertThat(second.shownObjects()).hasSize(2);
        Reply.Json status = (Reply.Json) routes.call("GET /print/runs/{run}/status", ask().withPathValue("run", "1"));
        assertThat(((Map<?, ?>) status.value()).get("state")).isEqualTo("done");
        assertThat(fixture.audit.actions().stream()
                        .filter("procedures.issue-paper"::equals)
                        .count())
                .isEqualTo(52);
    }

    @Test
    void refusesAWholeListForOneCodeThatIsNone() {
        List<String> codes = new ArrayList<>(received(51));
        codes.add("STP2-261120-9999");
        Reply refused = routes.call("POST /print/receipts", ask().withField("codes", String.join(" ", codes)));
        assertThat(((Reply.View) refused).status()).isEqualTo(422);
        assertThat(Rendered.of(refused).text(".kt-errors")).contains("STP2-261120-9999");
        assertThat(jobs.newest("procedures.print-receipts", 9)).isEmpty();
    }

    @Test
    void goesOnWithThePartThatIsMissingWhenItWasCutOff() throws IOException {
        routes.call("POST /print/receipts", ask().withField("codes", String.join("\n", received(52))));
        AtomicInteger printed = new AtomicInteger();
        Letters dying = new Letters() {
            @Override
            public byte[] pdf(List<Letter> all) {
                if (printed.incrementAndGet() == 2) {
                    throw new IllegalStateException("cut off");
                }
                return letters.pdf(all);
            }

            @Override
            public byte[] docx(Letter letter) {
                return letters.docx(letter);
            }
        };
        assertThatThrownBy(() -> jobs.run(job(dying))).hasMessage("cut off");
        assertThat(jobs.find(1).orElseThrow().state()).isEqualTo(JobStatus.State.WAITING);
        assertThat(page(ask()).texts("a[href*=parts]")).containsExactly("Giấy 1 đến 50 (PDF)");

        jobs.run(job(letters));
        assertThat(page(ask()).texts("a[href*=parts]")).hasSize(2);
        assertThat(pages("2")).isEqualTo(2);
        assertThat(fixture.audit.actions().stream()
                        .filter("procedures.issue-paper"::equals)
                        .count())
                .as("each receipt is issued once")
                .isEqualTo(52);
    }

    @Test
    void isForWhoeverAskedAndGoesAfterAWeek() {
        routes.call("POST /print/receipts", ask().withField("codes", String.join("\n", received(51))));
        assertThat(printing.find(DeskFixture.AGENCY, "minh", 1)).isEmpty();
        assertThatThrownBy(() -> routes.call(
                        "GET /print/runs/{run}/parts/{part}",
                        ask().withPathValue("run", "1").withPathValue("part", "9")))
                .isInstanceOf(ProblemException.class);

        PrintRetention retention = new PrintRetention(database, tables);
        String rule = retention.rules().get(0).id();
        Scope later = new Scope(NOW.plus(Duration.ofMinutes(1)), Set.of());
        assertThat(retention.due(rule, later)).isEqualTo(1);
        assertThat(database.<Integer>write(handle -> retention.apply(handle, rule, later, 10)))
                .isEqualTo(1);
        assertThatThrownBy(() -> page(ask())).isInstanceOf(ProblemException.class);
    }

    private PrintJob job(Letters printer) {
        return new PrintJob(database, fixture.dossiers, papers, printer, CLOCK, tables);
    }

    private List<String> received(int count) {
        List<String> codes = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Dossier dossier = fixture.receive(DeskFixture.RECEIVED);
            codes.add(dossier.code().toString());
        }
        return codes;
    }

    private Rendered page(FakeRequest request) {
        return Rendered.of(routes.call("GET /print/runs/{run}", request.withPathValue("run", "1")));
    }

    private int pages(String part) throws IOException {
        Reply.Download file = (Reply.Download) routes.call(
                "GET /print/runs/{run}/parts/{part}",
                ask().withPathValue("run", "1").withPathValue("part", part));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.content().writeTo(bytes);
        try (PDDocument pdf = Loader.loadPDF(bytes.toByteArray())) {
            return pdf.getNumberOfPages();
        }
    }

    private static FakeRequest ask() {
        return FakeRequest.post("procedures", "/print")
                .in(DeskFixture.AGENCY)
                .may(DeskPermissions.READ, DeskPermissions.PERSONAL_DATA, DeskPermissions.RECEIVE)
                .at(CLOCK);
    }
}
