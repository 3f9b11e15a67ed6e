package vn.kientao.reform.procedures.web.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.directory.domain.DeadlineCalculator;
import vn.kientao.platform.directory.domain.OfficeHours;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.citizen.Outbox;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.petition.PetitionMoves;
import vn.kientao.reform.procedures.app.petition.PetitionRegister;
import vn.kientao.reform.procedures.app.petition.Petitions;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.web.sheet.SomeFiles;

class PetitionPagesTest {
    private static final Clock CLOCK = Clock.fixed(RECEIVED.atZone(Formats.ZONE).toInstant(), Formats.ZONE);

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes open = new RecordedRoutes();
    private final RecordedRoutes staff = new RecordedRoutes();
    private final RecordedRoutes programs = new RecordedRoutes();
    private PetitionMoves moves;

    @BeforeEach
    void open() {
        DeskFixture fixture = new DeskFixture(store.database(), store.migrations());
        ProcedureTables tables = ProcedureTables.of(store.migrations(), FolderScripts.ofModule());
        DeadlineCalculator calculator =
                new DeadlineCalculator(fixture.calendar, OfficeHours.parse("07:00-11:30,13:30-17:00"));
        Petitions petitions =
                new Petitions(store.database(), calculator::due, fixture.audit, new Outbox(), fixture.events, tables);
        PetitionRegister register = new PetitionRegister(store.database(), tables);
        Agencies agencies = new TwoAgencies();
        new FeedbackPages(petitions, agencies, new PaperService()).open(open);
        moves = new PetitionMoves(store.database(), calculator::due, fixture.audit, agencies, new Outbox(), tables);
        new FeedbackTrackPages(petitions, moves, agencies).open(open);
        new AnswerPages(petitions, register, agencies).open(open);
        new PetitionPages(petitions, register, SomeFiles.on(store.database(), fixture.audit, tables), moves, agencies)
                .staff(staff);
        new PetitionEntryPages(petitions, new PaperService()).staff(staff);
        new PetitionApi(petitions, register).api(programs);
    }

    @Test
    void asksForWhatIsNeededAndNamesWhatIsMissing() {
        for (FakeRequest request : new FakeRequest[] {get(), get().inEnglish()}) {
            Rendered page = Rendered.of(open.call("GET /feedback", request)).keepsTheRules();
            assertThat(page.document().select("input[name=kind]")).hasSize(5);
        }
        Reply empty = open.call("POST /feedback", post());
        assertThat(((Reply.View) empty).status()).isEqualTo(422);
        assertThat(Rendered.of(empty).keepsTheRules().texts(".kt-errors li")).hasSizeGreaterThan(4);
    }

    @Test
    void takesOneWithoutANameOnlyWhereTheLawAllows() {
        FakeRequest rule = post().withField("agency", "STP2")
                .withField("kind", "rule")
                .withField("title", "Bỏ bản sao")
                .withField("content", "Không cần")
                .withField("anonymous", "yes");
        assertThat(Rendered.of(open.call("POST /feedback", rule)).text("#anonymous-error"))
                .contains("cần ghi tên");
        assertThat(code(open.call("POST /feedback", rule.withField("kind", "conduct"))))
                .hasSize(14);
    }

    @Test
    void tellsTheSenderACodeOnceAndShowsTheWay() {
        String code = code(open.call("POST /feedback", feedback()));

        Rendered tracked = Rendered.of(open.call("POST /feedback/track", post().withField("code", code)))
                .keepsTheRules();
        assertThat(tracked.text("h1")).isEqualTo("Chậm giải quyết");
        assertThat(tracked.document().text()).doesNotContain("0913000111");
        Reply wrong = open.call("POST /feedback/track", post().withField("code", "AAAA-AAAA-AAAA"));
        Reply none = open.call("POST /feedback/track", post().withField("code", "nothing"));
        assertThat(Rendered.of(wrong).document().html().replace("AAAA-AAAA-AAAA", "X"))
                .isEqualTo(Rendered.of(none).document().html().replace("nothing", "X"));
    }

    @Test
    void slowsDownWhoeverGuessesCodes() {
        for (int i = 0; i < 10; i++) {
            open.call("POST /feedback/track", post().withField("code", "guess" + i));
        }
        assertThatThrownBy(() -> open.call("POST /feedback/track", post().withField("code", "one more")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(429));
    }

    @Test
    void leadsAPetitionToAnAnswerThatEverybodyReadsWithoutTheName() {
        String code = code(open.call("POST /feedback", feedback()));
        assertThat(((Reply.View) act("handle", "assign", 1)).status()).isEqualTo(422);
        redirected(act(handle("assign", 1).withField("class", "conduct").withField("to", "Phòng Hộ tịch")));
        redirected(act(handle("draft", 2).withField("answer", "Đã kiểm điểm")));
        redirected(approve("approve", 3));
        redirected(approve("answer", 4));
        Rendered one = Rendered.of(
                        staff.call("GET /petitions/{id}", officer(get()).withPathValue("id", "1")))
                .keepsTheRules();
        assertThat(one.one("#publish-content").val()).contains("T*** T** B").doesNotContain("Trần");
        redirected(staff.call(
                "POST /petitions/{id}/approve",
                officer(post())
                        .withPathValue("id", "1")
                        .withField("action", "publish")
                        .withField("version", "5")
                        .withField("title", "Chậm giải quyết")
                        .withField("content", "Một công dân chờ lâu")
                        .withField("answer", "Đã kiểm điểm")));

        assertThat(Rendered.of(open.call("GET /feedback/answers", get().withQuery("q", "kiem diem")))
                        .keepsTheRules()
                        .texts(".kt-result"))
                .hasSize(1);
        assertThat(Rendered.of(open.call("GET /feedback/answers/{id}", get().withPathValue("id", "1")))
                        .keepsTheRules()
                        .document()
                        .text())
                .contains("Đã kiểm điểm")
                .doesNotContain("Trần");
        redirected(open.call(
                "POST /feedback/track/act",
                post().withField("k", code)
                        .withField("action", "rate")
                        .withField("version", "6")
                        .withField("level", "4")));
        assertThat(Rendered.of(open.call("GET /feedback/track", get().withQuery("k", code)))
                        .keepsTheRules()
                        .text(".kt-timeline"))
                .contains("Người gửi đã đánh giá");
    }

    @Test
    void answersAnOvertakenFormWithAConflict() {
        open.call("POST /feedback", feedback());
        redirected(act(handle("ask", 1).withField("note", "Ngày nào?")));

        assertThatThrownBy(() -> act(handle("refuse", 1).withField("note", "Ngoài phạm vi")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));
    }

    @Test
    void masksSendersForWhomOnlyReads() throws IOException {
        open.call("POST /feedback", feedback());
        FakeRequest reader = get().in("STP2").may(PetitionPermissions.READ);

        assertThat(Rendered.of(staff.call("GET /petitions", reader))
                        .keepsTheRules()
                        .document()
                        .text())
                .contains("T*** T** B")
                .doesNotContain("Trần");
        assertThat(Rendered.of(staff.call("GET /petitions/{id}", reader.withPathValue("id", "1")))
                        .keepsTheRules()
                        .document()
                        .text())
                .doesNotContain("Trần Thị Bình")
                .doesNotContain("0913000111");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ((Reply.Download) staff.call("GET /petitions.csv", reader)).content().writeTo(file);
        assertThat(file.toString(StandardCharsets.UTF_8)).contains("PA-2026-").doesNotContain("Trần");
        PetitionJson json = (PetitionJson) ((Reply.Json) programs.call("GET /petitions/{id}", reader)).value();
        assertThat(json.sender()).isEqualTo("T*** T** B");
        assertThat(reader.shownObjects()).isEmpty();
    }

    @Test
    void whatIsProposedForPublishingTellsNothingOfTheSender() {
        FakeRequest telling = feedback()
                .withField("title", "Trần Thị Bình, 0913000111")
                .withField("content", "Gọi 0913000111, viết binh@thu.example, đến Số 7 hẻm Lớn. Trần Thị Bình")
                .withField("email", "binh@thu.example")
                .withField("address", "Số 7 hẻm Lớn");
        open.call("POST /feedback", telling);
        redirected(act(handle("assign", 1).withField("class", "conduct").withField("to", "Phòng Hộ tịch")));
        redirected(act(handle("draft", 2).withField("answer", "Đã kiểm điểm")));
        redirected(approve("approve", 3));
        redirected(approve("answer", 4));
        Rendered one =
                Rendered.of(staff.call("GET /petitions/{id}", officer(get()).withPathValue("id", "1")));
        assertThat(one.one("#publish-title").val() + one.one("#publish-content").val())
                .contains("***111", "b***@thu.example")
                .doesNotContain("Trần Thị Bình", "0913000111", "binh@thu", "hẻm Lớn");
    }

    @Test
    void programsOfWhomOnlyReadsGetNoNameInATitle() {
        open.call("POST /feedback", feedback().withField("title", "Trần Thị Bình phải chờ"));
        FakeRequest reader = get().in("STP2").may(PetitionPermissions.READ);
        PetitionJson.Listing list =
                (PetitionJson.Listing) ((Reply.Json) programs.call("GET /petitions", reader)).value();
        assertThat(list.petitions()).extracting(PetitionJson.Row::title).containsExactly("T*** T** B phải chờ");
    }

    @Test
    void whoSawASenderIsNotedOnEveryWay() throws IOException {
        open.call("POST /feedback", feedback());
        FakeRequest list = officer(get());
        staff.call("GET /petitions", list);
        FakeRequest one = officer(get()).withPathValue("id", "1");
        staff.call("GET /petitions/{id}", one);
        FakeRequest sheet = officer(get());
        ((Reply.Download) staff.call("GET /petitions.csv", sheet)).content().writeTo(new ByteArrayOutputStream());
        FakeRequest program = officer(get()).withPathValue("id", "1");
        programs.call("GET /petitions/{id}", program);

        for (FakeRequest request : List.of(list, one, sheet, program)) {
            assertThat(request.shownObjects()).containsExactly("petition PA-2026-000001");
        }
    }

    @Test
    void letsAnOfficerEnterALetter() {
        Rendered.of(staff.call("GET /petitions/new", officer(get()))).keepsTheRules();

        Reply reply = staff.call("POST /petitions/new", officer(feedback()).withField("channel", "letter"));

        assertThat(code(reply)).hasSize(14);
        assertThat(Rendered.of(staff.call("GET /petitions", officer(get())))
                        .document()
                        .text())
                .contains("Trần Thị Bình");
    }

    private static String code(Reply reply) {
        return Rendered.of(reply).keepsTheRules().text("#code");
    }

    private static void redirected(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Redirect.class);
    }

    private Reply act(String door, String action, int version) {
        return staff.call("POST /petitions/{id}/" + door, handle(action, version));
    }

    private Reply act(FakeRequest request) {
        return staff.call("POST /petitions/{id}/handle", request);
    }

    /** The officer forwards; a minute later it is in the other register, and the sender's code leads there. */
    @Test
    void goesIntoTheRegisterOfAnotherAgencyAndTellsTheSender() {
        String code = code(open.call("POST /feedback", feedback()));
        Reply nobody = act(handle("forward", 1).withField("toAgency", "STP2"));
        assertThat(Rendered.of(nobody).keepsTheRules().text(".kt-errors")).contains("STP2");
        redirected(act(handle("forward", 1).withField("toAgency", "SYT2").withField("note", "Thuộc ngành y tế")));
        assertThat(moves.deliver(RECEIVED.plusMinutes(1))).isEqualTo(1);

        Rendered here = Rendered.of(
                        staff.call("GET /petitions/{id}", officer(get()).withPathValue("id", "1")))
                .keepsTheRules();
        assertThat(here.text(".kt-facts")).contains("Đã vào sổ của", "PA-2026-000002, Sở Y tế");
        for (FakeRequest request : new FakeRequest[] {get(), get().inEnglish()}) {
            Rendered there = Rendered.of(staff.call(
                            "GET /petitions/{id}", officer(request).in("SYT2").withPathValue("id", "2")))
                    .keepsTheRules();
            assertThat(there.text(".kt-facts")).contains("PA-2026-000001");
            assertThat(there.document().select("#toAgency option[value=STP2]")).isEmpty();
        }
        Rendered tracked = Rendered.of(open.call("POST /feedback/track", post().withField("code", code)))
                .keepsTheRules();
        assertThat(tracked.text(".kt-flash")).contains("Sở Y tế");
        assertThat(tracked.texts(".kt-event h3"))
                .containsExactly("Đã nhận", "Đã chuyển cơ quan có thẩm quyền", "Cơ quan có thẩm quyền đã vào sổ");
    }

    private Reply approve(String action, int version) {
        return staff.call("POST /petitions/{id}/approve", handle(action, version));
    }

    private static FakeRequest handle(String action, int version) {
        return officer(post())
                .withPathValue("id", "1")
                .withField("action", action)
                .withField("version", "" + version);
    }

    private static FakeRequest feedback() {
        return post().withField("agency", "STP2")
                .withField("kind", "delay")
                .withField("title", "Chậm giải quyết")
                .withField("content", "Tôi là Trần Thị Bình, chờ đã lâu")
                .withField("name", "Trần Thị Bình")
                .withField("phone", "0913 000 111");
    }

    private static FakeRequest get() {
        return FakeRequest.get("procedures", "/feedback").at(CLOCK);
    }

    private static FakeRequest post() {
        return FakeRequest.post("procedures", "/feedback").at(CLOCK);
    }

    private static FakeRequest officer(FakeRequest request) {
        return request.in("STP2")
                .may(PetitionPermissions.READ, PetitionPermissions.HANDLE, PetitionPermissions.APPROVE);
    }

    private static final class TwoAgencies implements Agencies {
        private static final List<Agency> ALL = List.of(
                agency("STP2", "Sở Tư pháp", "Department of Justice"),
                agency("SYT2", "Sở Y tế", "Department of Health"));

        private static Agency agency(String code, String vi, String en) {
            return new Agency(
                    code,
                    new LocalText(vi, en),
                    "department",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }

        @Override
        public Optional<Agency> find(String code) {
            return ALL.stream().filter(agency -> agency.code().equals(code)).findFirst();
        }

        @Override
        public List<Agency> on(LocalDate day) {
            return ALL;
        }

        @Override
        public List<Agency> all() {
            return ALL;
        }
    }
}
