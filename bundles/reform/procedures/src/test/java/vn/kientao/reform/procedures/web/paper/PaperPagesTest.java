package vn.kientao.reform.procedures.web.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.letters.LetterService;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.SupplementSteps;
import vn.kientao.reform.procedures.app.importing.HandRunJobs;
import vn.kientao.reform.procedures.app.paper.Papers;
import vn.kientao.reform.procedures.app.paper.Register;
import vn.kientao.reform.procedures.app.printing.Printing;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.SupplementRequest;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.NoAgencies;

class PaperPagesTest {
    /** 09:00 on Friday 20/11/2026 in Viet Nam. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), Formats.ZONE);

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes routes = new RecordedRoutes();
    private final RecordedRoutes programs = new RecordedRoutes();
    private DeskFixture fixture;
    private Dossier dossier;

    @BeforeEach
    void open() {
        fixture = new DeskFixture(store.database(), store.migrations());
        ProcedureTables tables = ProcedureTables.of(store.migrations(), FolderScripts.ofModule());
        Papers papers = new Papers(store.database(), fixture.audit, tables);
        Register register = new Register(store.database(), new SheetService(), tables);
        LetterService letters = new LetterService(new PaperService());
        new PaperPages(fixture.dossiers, papers, letters, new NoAgencies()).staff(routes);
        new PaperApi(fixture.dossiers, papers, letters, new NoAgencies()).api(programs);
        new PrintPages(
                        fixture.dossiers,
                        papers,
                        register,
                        letters,
                        new Printing(store.database(), new HandRunJobs(), tables),
                        new NoAgencies())
                .staff(routes);
        dossier = fixture.receive(DeskFixture.RECEIVED);
    }

    @Test
    void issuesAPaperAndListsIt() throws IOException {
        Rendered empty =
                Rendered.of(routes.call("GET /dossiers/{code}/papers", get())).keepsTheRules();
        assertThat(empty.has(".kt-empty")).isTrue();
        assertThat(empty.texts("#form b")).anyMatch(name -> name.startsWith("Mẫu số 06: Phiếu kiểm soát"));
        assertThat(empty.document().text()).contains("Mẫu số 05: Thông báo dừng", "có sau bước “Dừng giải quyết”");

        fixture.progress.forward(dossier, "Phòng Hộ tịch", "", DeskFixture.doer(DeskFixture.RECEIVED, ""));
        fixture.progress.take(
                fixture.again(dossier),
                new SupplementSteps.Ask(
                        List.of(new SupplementRequest.Item("Tờ khai", "Ký tên", false)),
                        "Thiếu chữ ký",
                        "",
                        "",
                        Optional.empty()),
                DeskFixture.doer(DeskFixture.RECEIVED, ""));
        Reply done = routes.call("POST /dossiers/{code}/papers", post().withField("form", "supplement"));
        assertThat(((Reply.Redirect) done).flash())
                .hasValueSatisfying(said -> assertThat(said).contains("01/HDHS-STP2"));

        for (FakeRequest request : new FakeRequest[] {get(), get().inEnglish()}) {
            Rendered list = Rendered.of(routes.call("GET /dossiers/{code}/papers", request))
                    .keepsTheRules();
            assertThat(list.text("tbody tr")).contains("01/HDHS-STP2", "PDF", "DOCX");
        }
        assertThat(bytes(routes.call("GET /dossiers/{code}/papers/{paper}/pdf", get().withPathValue("paper", "1"))))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(bytes(routes.call("GET /dossiers/{code}/papers/{paper}/docx", get().withPathValue("paper", "1"))))
                .startsWith("PK".getBytes(StandardCharsets.US_ASCII));
        assertThat(fixture.audit.actions()).last().isEqualTo("procedures.issue-paper");
    }

    @Test
    void aProgramIssuesListsAndFetchesPapers() throws IOException {
        Reply.Json made = (Reply.Json)
                programs.call("POST /dossiers/{code}/papers", post().withJson(new PaperJson.Wanted("receipt")));
        PaperJson paper = (PaperJson) made.value();
        assertThat(made.status()).isEqualTo(201);
        assertThat(paper.kind()).isEqualTo("receipt");
        assertThat(made.headers()).containsEntry("Location", paper.pdf());

        Reply.Json list = (Reply.Json) programs.call("GET /dossiers/{code}/papers", get());
        assertThat(((PaperJson.Listing) list.value()).items()).containsExactly(paper);
        FakeRequest one = get().withPathValue("paper", "" + paper.id());
        assertThat(bytes(programs.call("GET /dossiers/{code}/papers/{paper}/pdf", one)))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));

        for (String kind : new String[] {"apology", "nothing", null}) {
            assertThatThrownBy(() ->
                            programs.call("POST /dossiers/{code}/papers", post().withJson(new PaperJson.Wanted(kind))))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().status()).isEqualTo(404));
        }
    }

    @Test
    void printsTheReceiptAndKeepsIt() throws IOException {
        Reply.Download first = (Reply.Download) routes.call("GET /dossiers/{code}/receipt.pdf", get());
        assertThat(first.inline()).isTrue();
        assertThat(bytes(first)).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        routes.call("GET /dossiers/{code}/receipt.pdf", get());
        assertThat(fixture.audit.actions()).containsExactly("procedures.receive", "procedures.issue-paper");
    }

    @Test
    void printsReceiptsOfSeveralDossiersInOneFile() throws IOException {
        Dossier second = fixture.receive(DeskFixture.RECEIVED.plusMinutes(5));
        Reply reply = routes.call(
                "POST /print/receipts", print().withField("codes", dossier.code() + "\n" + second.code() + "\n"));
        try (PDDocument pdf = Loader.loadPDF(bytes(reply))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
        }
        Reply unknown = routes.call("POST /print/receipts", print().withField("codes", "STP2-261120-0099"));
        assertThat(Rendered.of(unknown).keepsTheRules().text(".kt-errors")).contains("STP2-261120-0099");
    }

    @Test
    void givesTheRegisterAndTheResultsOfADay() throws IOException {
        fixture.finished(dossier, DeskFixture.RECEIVED.plusHours(1));
        for (FakeRequest request : new FakeRequest[] {print(), print().inEnglish()}) {
            Rendered page = Rendered.of(routes.call("GET /print", request)).keepsTheRules();
            assertThat(page.texts("#year option")).startsWith("2026", "2025");
        }
        Reply.Download sheet = (Reply.Download) routes.call(
                "POST /print/register", print().withField("year", "2026").withField("format", "xlsx"));
        assertThat(sheet.fileName()).isEqualTo("so-theo-doi-STP2-2026.xlsx");
        assertThat(bytes(sheet)).startsWith("PK".getBytes(StandardCharsets.US_ASCII));
        assertThat(bytes(routes.call(
                        "POST /print/register",
                        print().withField("year", "2026").withField("format", "pdf"))))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(bytes(routes.call("POST /print/results", print().withField("resultDay", "20/11/2026"))))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(fixture.audit.actions()).contains("procedures.export-register", "procedures.export-results");
    }

    @Test
    void whoeverGetsAPaperOrARegisterHasSeenThePersonsInIt() throws IOException {
        String code = dossier.code().toString();
        fixture.finished(dossier, DeskFixture.RECEIVED.plusHours(1));
        FakeRequest receipt = get();
        routes.call("GET /dossiers/{code}/receipt.pdf", receipt);
        FakeRequest receipts = print().withField("codes", code);
        routes.call("POST /print/receipts", receipts);
        FakeRequest again = get().withPathValue("paper", "1");
        routes.call("GET /dossiers/{code}/papers/{paper}/pdf", again);
        FakeRequest letter = get().withPathValue("paper", "1");
        routes.call("GET /dossiers/{code}/papers/{paper}/docx", letter);
        FakeRequest sheet = print().withField("year", "2026").withField("format", "csv");
        bytes(routes.call("POST /print/register", sheet));
        FakeRequest printed = print().withField("year", "2026");
        bytes(routes.call("POST /print/register", printed));
        FakeRequest results = print().withField("resultDay", "20/11/2026");
        bytes(routes.call("POST /print/results", results));

        for (FakeRequest request : List.of(receipt, receipts, again, letter, sheet, printed, results)) {
            assertThat(request.shownObjects()).containsExactly("dossier " + code);
        }
    }

    @Test
    void anAgencySaysWhatItsPapersSay() {
        Reply reply = routes.call(
                "POST /print/agency", print().withField("paperPlace", "Cà Mau").withField("abbreviation", "STP"));
        assertThat(reply).isInstanceOf(Reply.Redirect.class);
        assertThat(Rendered.of(routes.call("GET /print", print())).document().text())
                .contains("“Cà Mau”", "“STP”");
        Reply empty = routes.call("POST /print/agency", print());
        assertThat(((Reply.View) empty).status()).isEqualTo(422);
    }

    @Test
    void papersOfOthersAreNotThere() {
        assertThatThrownBy(() ->
                        routes.call("GET /dossiers/{code}/papers/{paper}/pdf", get().withPathValue("paper", "77")))
                .isInstanceOf(ProblemException.class);
        for (String form : List.of("register", "apology")) {
            assertThatThrownBy(() -> routes.call("POST /dossiers/{code}/papers", post().withField("form", form)))
                    .isInstanceOf(ProblemException.class);
        }
    }

    private static byte[] bytes(Reply reply) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Reply.Download) reply).content().writeTo(out);
        return out.toByteArray();
    }

    private FakeRequest get() {
        return asked(FakeRequest.get("procedures", "/dossiers/" + dossier.code() + "/papers"));
    }

    private FakeRequest post() {
        return asked(FakeRequest.post("procedures", "/dossiers/" + dossier.code() + "/papers"));
    }

    private FakeRequest print() {
        return asked(FakeRequest.post("procedures", "/print"));
    }

    private FakeRequest asked(FakeRequest request) {
        return request.in("STP2")
                .may(
                        DeskPermissions.READ,
                        DeskPermissions.PERSONAL_DATA,
                        DeskPermissions.RECEIVE,
                        DeskPermissions.PROCESS)
                .at(CLOCK)
                .withPathValue("code", dossier.code().toString());
    }
}
