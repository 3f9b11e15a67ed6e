package vn.kientao.reform.procedures.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.HandlerSteps;
import vn.kientao.reform.procedures.app.dossier.SomeProcedures;
import vn.kientao.reform.procedures.app.paper.Papers;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.dossier.Leg;
import vn.kientao.reform.procedures.domain.dossier.Places;
import vn.kientao.reform.procedures.domain.dossier.SupplementRequest;
import vn.kientao.reform.procedures.domain.dossier.Transition;
import vn.kientao.reform.procedures.domain.paper.IssuedPaper;
import vn.kientao.reform.procedures.domain.paper.PaperKind;
import vn.kientao.reform.procedures.store.ProcedureTables;

/** Every step of the table, allowed and refused, driven through the routes of the pages. */
class StepRoutesTest {
    private static final Permission[] ALL = {
        DeskPermissions.READ,
        DeskPermissions.PERSONAL_DATA,
        DeskPermissions.RECEIVE,
        DeskPermissions.PROCESS,
        DeskPermissions.HAND_OVER,
        DeskPermissions.ROUTE
    };

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    private final RecordedRoutes routes = new RecordedRoutes();
    private DeskFixture fixture;
    private Papers papers;
    private LocalDateTime now = RECEIVED;

    @BeforeEach
    void open() {
        fixture = new DeskFixture(store.database(), store.migrations());
        papers = new Papers(
                store.database(), fixture.audit, ProcedureTables.of(store.migrations(), FolderScripts.ofModule()));
        StepDoor door = new StepDoor(
                fixture.dossiers,
                fixture.progress,
                fixture.desk,
                new SomeProcedures(),
                accounts -> Map.of("minh", "Minh"),
                (agency, roles) -> Map.of("minh", "Minh"),
                papers,
                new TwoAgencies());
        new StepPages(door).staff(routes);
        new StepApi(door, fixture.dossiers).api(routes);
        new DossierPages(fixture.dossiers, fixture.progress).staff(routes);
    }

    @Test
    void takesEveryStepOfTheTable() {
        for (Transition line : Transition.TABLE) {
            now = RECEIVED;
            Dossier before = standing(line);
            Reply reply = step(before, line.action(), values(line.action(), before));

            assertThat(reply).as("%s from %s", line.action(), line.from()).isInstanceOf(Reply.Redirect.class);
            Dossier after = fixture.again(before);
            assertThat(after.status())
                    .as("%s from %s", line.action(), line.from())
                    .isEqualTo(line.to());
            assertThat(after.version()).isEqualTo(before.version() + 1);
            assertThat(after.events().get(after.events().size() - 1).action()).isEqualTo(line.action());
            List<String> audited = new ArrayList<>(fixture.audit.actions());
            audited.removeIf("procedures.issue-paper"::equals);
            assertThat(audited.get(audited.size() - 1))
                    .isEqualTo("procedures." + line.action().word());
            assertThat(papers.of(after))
                    .as("paper of %s from %s", line.action(), line.from())
                    .extracting(IssuedPaper::kind)
                    .containsAll(letters(line));
        }
    }

    @Test
    void refusesEveryStepThatIsNotInTheTable() {
        for (DossierStatus status : DossierStatus.values()) {
            now = RECEIVED;
            Dossier dossier = in(status);
            Set<DossierAction> forbidden = EnumSet.allOf(DossierAction.class);
            forbidden.remove(DossierAction.REGISTER);
            forbidden.removeIf(action -> action.allowedFrom(status));
            for (DossierAction action : forbidden) {
                assertThatThrownBy(() -> step(dossier, action, values(action, dossier)))
                        .as("%s from %s", action, status)
                        .isInstanceOfSatisfying(ProblemException.class, refused -> {
                            assertThat(refused.problem().status()).isEqualTo(409);
                            assertThat(refused.problem().title().vi())
                                    .contains(dossier.code().toString())
                                    .contains("nên không thể");
                        });
            }
            assertThat(fixture.again(dossier).version()).isEqualTo(dossier.version());
        }
    }

    @Test
    void showsTheFormOfEveryStepInBothLanguages() {
        for (Transition line : Transition.TABLE) {
            if (!StepPages.actions().contains(line.action())) {
                continue;
            }
            now = RECEIVED;
            Dossier dossier = standing(line);
            FakeRequest form = request(FakeRequest.get("procedures", "/x"), dossier)
                    .withPathValue("action", line.action().word());
            Rendered.of(routes.call("GET /dossiers/{code}/step/{action}", form)).keepsTheRules();
            Rendered english = Rendered.of(routes.call("GET /dossiers/{code}/step/{action}", form.inEnglish()))
                    .keepsTheRules();
            assertThat(english.text("h1")).doesNotContain("dossier.");
            assertThat(english.text("form")).doesNotContain("dossier.");
        }
    }

    @Test
    void asksForASupplementOnlyOnceAndOnlyInTheFirstDays() {
        Dossier dossier = in(DossierStatus.SUPPLEMENT_ASKED);
        step(dossier, DossierAction.SUPPLEMENT, values(DossierAction.SUPPLEMENT, dossier));

        refusedBecause(fixture.again(dossier), DossierAction.ASK_SUPPLEMENT, "Chỉ được yêu cầu bổ sung 1 lần");

        now = RECEIVED;
        Dossier other = in(DossierStatus.PROCESSING);
        now = RECEIVED.plusDays(8);
        refusedBecause(other, DossierAction.PROPOSE_SUPPLEMENT, "trong 3 ngày làm việc", "26/11/2026");
    }

    @Test
    void takesASupplementOnlyWhenEverythingIsThere() {
        Dossier dossier = in(DossierStatus.SUPPLEMENT_ASKED);

        assertThatThrownBy(() -> step(dossier, DossierAction.SUPPLEMENT, Map.of()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().title().vi()).contains("còn thiếu: Tờ khai"));
        assertThat(history(dossier).openSupplement())
                .hasValueSatisfying(request -> assertThat(request.state()).isEqualTo(SupplementRequest.State.ASKED));
    }

    @Test
    void startsTheClockAnewWithTheCompleteDossier() {
        Dossier dossier = in(DossierStatus.SUPPLEMENT_ASKED);
        now = RECEIVED.plusDays(10);
        step(dossier, DossierAction.SUPPLEMENT, values(DossierAction.SUPPLEMENT, dossier));

        Dossier after = fixture.again(dossier);
        assertThat(after.standing().clockFrom()).isEqualTo(now);
        assertThat(after.appointment().due()).isEqualTo(LocalDateTime.of(2026, 12, 7, 17, 0));
        assertThat(after.standing().firstDue()).isEqualTo(LocalDateTime.of(2026, 11, 30, 17, 0));
        assertThat(history(after).dueChanges())
                .singleElement()
                .satisfies(change -> assertThat(change.was()).isEqualTo(LocalDateTime.of(2026, 11, 30, 17, 0)));
        assertThat(history(after).pauses())
                .singleElement()
                .satisfies(pause -> assertThat(pause.to()).contains(now));
    }

    @Test
    void countsOnWhereTheClockStoodWhenThePaymentIsConfirmed() {
        Dossier dossier = in(DossierStatus.PAYMENT_ASKED);
        assertThat(dossier.standing().paused()).isTrue();
        assertThat(dossier.late(RECEIVED.plusYears(1))).isFalse();
        now = RECEIVED.plusDays(10);
        step(dossier, DossierAction.CONFIRM_PAYMENT, values(DossierAction.CONFIRM_PAYMENT, dossier));

        Dossier after = fixture.again(dossier);
        assertThat(after.standing().paused()).isFalse();
        assertThat(after.appointment().due()).isEqualTo(LocalDateTime.of(2026, 12, 7, 17, 0));
        assertThat(history(after).duties())
                .singleElement()
                .satisfies(duty -> assertThat(duty.payment())
                        .hasValueSatisfying(paid -> assertThat(paid.receipt()).isEqualTo("BL-01")));
    }

    @Test
    void promisesAnotherDateOnceAndNotOnTheLastDay() {
        Dossier dossier = in(DossierStatus.PROCESSING);
        step(dossier, DossierAction.RE_APPOINT, values(DossierAction.RE_APPOINT, dossier));
        Dossier moved = fixture.again(dossier);
        assertThat(moved.appointment().due()).isEqualTo(LocalDateTime.of(2026, 12, 31, 17, 0));
        refusedBecause(moved, DossierAction.RE_APPOINT, "Chỉ được hẹn lại 1 lần");

        now = RECEIVED;
        Dossier other = in(DossierStatus.PROCESSING);
        now = LocalDateTime.of(2026, 11, 30, 8, 0);
        refusedBecause(other, DossierAction.RE_APPOINT, "chậm nhất 1 ngày trước hạn");
    }

    @Test
    void refusesToSettleOnlyInTime() {
        Dossier dossier = in(DossierStatus.PROCESSING);
        now = LocalDateTime.of(2026, 11, 30, 17, 1);
        refusedBecause(dossier, DossierAction.DECLINE, "nay đã quá hạn");
    }

    @Test
    void keepsThePartsOfBodiesInTheirOrderAndWaitsForAllOfThem() {
        Dossier dossier = in(DossierStatus.PROCESSING);
        Map<String, String> two = new LinkedHashMap<>(values(DossierAction.LINK, dossier));
        two.put("mode", "in-sequence");
        two.put("body2", "Phòng Tài chính");
        two.put("bodyDue2", "28/11/2026");
        step(dossier, DossierAction.LINK, two);
        Dossier linked = fixture.again(dossier);

        assertThat(history(linked).legs())
                .extracting(leg -> leg.sentAt().isPresent())
                .containsExactly(true, false);
        assertThat(history(linked).legs()).extracting(Leg::lead).containsExactly(true, false);
        refusedBecause(linked, DossierAction.FINISH, "Còn 2 phần liên thông");

        step(linked, DossierAction.LINK_BACK, Map.of("which", "1", "document", "12/CV"));
        linked = fixture.again(linked);
        assertThat(history(linked).openLegs())
                .singleElement()
                .satisfies(leg -> assertThat(leg.sentAt()).isPresent());
        step(linked, DossierAction.LINK_BACK, Map.of("which", "2"));
        linked = fixture.again(linked);
        step(linked, DossierAction.FINISH, values(DossierAction.FINISH, linked));
        assertThat(fixture.again(linked).status()).isEqualTo(DossierStatus.FINISHED);
    }

    @Test
    void doesNotReceiveWhatNobodyIsCompetentFor() {
        Dossier lost = fixture.desk.register(
                SomeProcedures.EXTRACT,
                DeskFixture.submission(),
                new Places(DeskFixture.AGENCY, DeskFixture.AGENCY, Optional.empty()),
                DeskFixture.doer(now, ""));
        refusedBecause(lost, DossierAction.RECEIVE, "Chưa xác định cơ quan giải quyết");
        step(lost, DossierAction.ASSIGN, Map.of("agency", "STP2"));
        Dossier routed = fixture.again(lost);
        assertThat(routed.standing().places()).isEqualTo(Places.at("STP2"));
        step(routed, DossierAction.RECEIVE, values(DossierAction.RECEIVE, routed));
        assertThat(fixture.again(routed).status()).isEqualTo(DossierStatus.RECEIVED);
    }

    @Test
    void doesNothingToADossierThatIsOnItsWayAndAssignsOnlyAgenciesOfToday() {
        Dossier dossier = in(DossierStatus.RECEIVED);
        Rendered form = Rendered.of(step(dossier, DossierAction.ASSIGN, Map.of("agency", "XXX")));
        assertThat(form.keepsTheRules().text("#agency-error")).contains("“XXX”");
        assertThat(form.texts("#agency option")).containsExactly("Cơ quan này", "Sở Y tế");

        step(dossier, DossierAction.ASSIGN, Map.of("agency", "SYT2"));
        Dossier gone = fixture.again(dossier);
        assertThat(gone.standing().places()).isEqualTo(Places.at("STP2").sentTo("SYT2"));
        assertThat(gone.appointment()).isEqualTo(dossier.appointment());
        assertThat(DossierAction.values()).noneMatch(gone::allows);
        refusedBecause(gone, DossierAction.FORWARD, "đang trên đường");
    }

    @Test
    void doesNotLetASignedResultBeWithdrawnEvenAfterACorrection() {
        Dossier dossier = in(DossierStatus.FINISHED);
        step(dossier, DossierAction.CORRECT, values(DossierAction.CORRECT, dossier));
        Dossier corrected = fixture.again(dossier);

        assertThat(corrected.result()).isEmpty();
        assertThat(history(corrected).corrections())
                .singleElement()
                .satisfies(one -> assertThat(one.result()).isEqualTo("07/TLHT"));
        refusedBecause(corrected, DossierAction.WITHDRAW, "Kết quả đã được ký");
    }

    @Test
    void writesTheControlSlipWithGiverAndTaker() {
        now = LocalDateTime.of(2026, 11, 20, 15, 30);
        Dossier dossier = in(DossierStatus.PROCESSING);
        assertThat(history(dossier).handovers()).singleElement().satisfies(slip -> {
            assertThat(slip.due()).contains(LocalDateTime.of(2026, 11, 23, 8, 0));
            assertThat(slip.takenAt()).isEmpty();
        });
        step(dossier, DossierAction.TAKE_OVER, Map.of());
        assertThat(history(dossier).handovers())
                .singleElement()
                .satisfies(slip -> assertThat(slip.taker()).isEqualTo("Nguyễn Văn An"));
        assertThat(fixture.again(dossier).standing().assignee())
                .hasValueSatisfying(who -> assertThat(who.account()).isEqualTo("officer"));
    }

    @Test
    void keepsTheFormOfAStepWithMistakes() {
        Dossier dossier = in(DossierStatus.PROCESSING);

        Reply reply = step(dossier, DossierAction.ASK_PAYMENT, Map.of("what", "Phí", "amount", "mười"));

        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        Rendered page = Rendered.of(reply).keepsTheRules();
        assertThat(page.one("#what").val()).isEqualTo("Phí");
        assertThat(page.text("#amount-error")).contains("“mười”").contains("từ 1 đồng");
    }

    @Test
    void answersAStaleStepWithWhatChanged() {
        Dossier seen = in(DossierStatus.PROCESSING);
        fixture.progress.take(seen, new HandlerSteps.TakeOver(""), DeskFixture.doer(now, ""));

        Reply reply = step(seen, DossierAction.PAUSE, values(DossierAction.PAUSE, seen));

        assertThat(((Reply.View) reply).status()).isEqualTo(409);
        assertThat(Rendered.of(reply).keepsTheRules().texts(".kt-event h3")).containsExactly("Đã nhận bàn giao");
    }

    @Test
    void letsProgramsTakeStepsAndAskWhatChanged() {
        Dossier dossier = in(DossierStatus.RECEIVED);
        FakeRequest forward = request(FakeRequest.post("procedures", "/x"), dossier)
                .withHeader("If-Match", "\"" + dossier.version() + "\"")
                .withJson(new StepJson(Map.of("place", "Phòng Hộ tịch")));
        Reply.Json reply = (Reply.Json) routes.call("POST /dossiers/{code}/steps/forward", forward);
        assertThat(((DossierJson) reply.value()).status()).isEqualTo(4);
        assertThat(reply.headers()).containsEntry("ETag", "\"" + (dossier.version() + 1) + "\"");

        assertThatThrownBy(() -> routes.call("POST /dossiers/{code}/steps/forward", forward))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(412));
        assertThat(fixture.again(dossier).version()).isEqualTo(dossier.version() + 1);

        now = now.plusMinutes(1);
        ChangesJson changes = changes("");
        assertThat(changes.items())
                .singleElement()
                .satisfies(change -> assertThat(change.status()).isEqualTo(4));
        assertThat(changes(changes.next()).items()).isEmpty();
    }

    @Test
    void aMirrorAsksHowManyDossiersStandByTheirCodes() {
        Dossier one = in(DossierStatus.RECEIVED);
        Dossier other = in(DossierStatus.PROCESSING);
        FakeRequest ask = request(FakeRequest.get("procedures", "/x"), one)
                .withQuery("code", other.code() + "," + one.code() + ",999.99-200101-0001");

        ChangesJson standing = (ChangesJson) ((Reply.Json) routes.call("GET /dossier-status", ask)).value();

        assertThat(standing.items())
                .extracting(ChangesJson.Change::code, ChangesJson.Change::status)
                .containsExactlyInAnyOrder(
                        tuple(one.code().toString(), 2), tuple(other.code().toString(), 4));
        assertThatThrownBy(() -> routes.call("GET /dossier-status", request(FakeRequest.get("procedures", "/x"), one)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().fields().get(0).message().vi())
                                .isEqualTo("Hỏi 0 mã; hỏi từ 1 đến 100 mã mỗi lần"));
    }

    private ChangesJson changes(String after) {
        FakeRequest ask = request(FakeRequest.get("procedures", "/x"), in(DossierStatus.RECEIVED));
        Reply.Json reply =
                (Reply.Json) routes.call("GET /dossier-changes", after.isEmpty() ? ask : ask.withQuery("after", after));
        return (ChangesJson) reply.value();
    }

    private void refusedBecause(Dossier dossier, DossierAction action, String... words) {
        assertThatThrownBy(() -> step(dossier, action, values(action, dossier)))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(409);
                    assertThat(refused.problem().title().vi()).contains(words);
                });
        assertThat(fixture.again(dossier).version()).isEqualTo(dossier.version());
    }

    private DossierHistory history(Dossier dossier) {
        return fixture.dossiers.history(dossier);
    }

    /** A dossier from which the line of the table can be taken. */
    private Dossier standing(Transition line) {
        Dossier dossier = in(line.from());
        if (line.guards().contains(Transition.Guard.FROM_ELSEWHERE)) {
            store.database()
                    .write(handle -> handle.execute(
                            "UPDATE procedures.dossier SET receiving_unit = 'SYT2' WHERE id = ?", dossier.id()));
            return fixture.again(dossier);
        }
        return switch (line.action()) {
            case RECORD_OPINION -> after(dossier, DossierAction.ASK_OPINION);
            case RESUME -> after(dossier, DossierAction.PAUSE);
            case LINK_BACK -> after(dossier, DossierAction.LINK);
            case SUPPLEMENT -> line.to() == DossierStatus.REGISTERED ? askedBeforeReceipt() : dossier;
            default -> dossier;
        };
    }

    private Dossier askedBeforeReceipt() {
        return after(in(DossierStatus.REGISTERED), DossierAction.ASK_SUPPLEMENT);
    }

    /** The letters that the law wants with a step. */
    private static List<PaperKind> letters(Transition line) {
        return switch (line.paper()) {
            case SUPPLEMENT_REQUEST -> List.of(PaperKind.SUPPLEMENT);
            case REFUSAL -> List.of(PaperKind.REFUSAL);
            case APOLOGY -> List.of(PaperKind.APOLOGY);
            case STOP_NOTICE -> List.of(PaperKind.STOP);
            case OPINION_REQUEST -> List.of(PaperKind.OPINION_REQUEST);
            case FEE_NOTICE -> List.of(PaperKind.FEE_NOTICE);
            case FEE_RECEIPT -> List.of(PaperKind.FEE_RECEIPT);
            case PAUSE_NOTICE -> List.of(PaperKind.PAUSE);
            case CORRECTION -> List.of(PaperKind.CORRECTION);
            default -> List.of();
        };
    }

    private Dossier in(DossierStatus status) {
        return switch (status) {
            case REGISTERED ->
                fixture.desk.register(
                        SomeProcedures.EXTRACT,
                        DeskFixture.submission(),
                        Places.at(DeskFixture.AGENCY),
                        DeskFixture.doer(now, ""));
            case RECEIVED -> fixture.receive(now);
            case REFUSED -> after(in(DossierStatus.REGISTERED), DossierAction.REFUSE);
            case PROCESSING -> after(in(DossierStatus.RECEIVED), DossierAction.FORWARD);
            case SUPPLEMENT_ASKED -> after(in(DossierStatus.PROCESSING), DossierAction.ASK_SUPPLEMENT);
            case PAYMENT_ASKED -> after(in(DossierStatus.PROCESSING), DossierAction.ASK_PAYMENT);
            case WITHDRAWN -> after(in(DossierStatus.RECEIVED), DossierAction.WITHDRAW);
            case STOPPED -> after(in(DossierStatus.PROCESSING), DossierAction.STOP);
            case FINISHED -> after(in(DossierStatus.PROCESSING), DossierAction.FINISH);
            case HANDED_OVER -> after(in(DossierStatus.FINISHED), DossierAction.HAND_OVER);
        };
    }

    private Dossier after(Dossier dossier, DossierAction action) {
        assertThat(step(dossier, action, values(action, dossier))).isInstanceOf(Reply.Redirect.class);
        return fixture.again(dossier);
    }

    private Reply step(Dossier dossier, DossierAction action, Map<String, String> values) {
        FakeRequest request =
                request(FakeRequest.post("procedures", "/x"), dossier).withField("version", "" + dossier.version());
        values.forEach(request::withField);
        return routes.call("POST /dossiers/{code}/" + action.word(), request);
    }

    private FakeRequest request(FakeRequest request, Dossier dossier) {
        return request.in(DeskFixture.AGENCY)
                .may(ALL)
                .at(Clock.fixed(now.atZone(Formats.ZONE).toInstant(), Formats.ZONE))
                .withPathValue("code", dossier.code().toString());
    }

    /** What is filled in for a step. */
    private static Map<String, String> values(DossierAction action, Dossier dossier) {
        return switch (action) {
            case RECEIVE -> Map.of("complete", "1");
            case ASK_SUPPLEMENT, PROPOSE_SUPPLEMENT -> Map.of("item1", "Ký tên vào tờ khai", "reason", "Chưa ký");
            case SUPPLEMENT -> Map.of("done1", "1");
            case REFUSE, STOP, PAUSE -> Map.of("reason", "Không thuộc thẩm quyền", "basis", "NĐ 61/2018, Điều 17");
            case WITHDRAW, SEND_BACK -> Map.of("reason", "Không còn nhu cầu");
            case ASSIGN -> Map.of("agency", "SYT2");
            case FORWARD, PASS_ON -> Map.of("place", "Phòng Hộ tịch", "assignee", "minh");
            case ASK_OPINION -> Map.of("body", "Sở Y tế", "question", "Đề nghị cho ý kiến", "dueDate", "25/11/2026");
            case RECORD_OPINION -> Map.of("which", "1", "answer", "Nhất trí", "document", "15/SYT");
            case ASK_PAYMENT -> Map.of("what", "Phí", "amount", "8.000");
            case CONFIRM_PAYMENT ->
                Map.of("amount", "8000", "payChannel", "1", "receipt", "BL-01", "payer", "Nguyễn Thị An");
            case RE_APPOINT ->
                Map.of(
                        "dueDate",
                        Formats.date(dossier.appointment().due().toLocalDate().plusDays(31)),
                        "reason",
                        "Chờ xác minh");
            case DECLINE ->
                Map.of(
                        "number",
                        "01/TB",
                        "reason",
                        "Không đủ điều kiện",
                        "basis",
                        "Luật Hộ tịch, Điều 5",
                        "signer",
                        "Lê Văn Minh",
                        "signedOn",
                        "20/11/2026");
            case FINISH ->
                Map.of(
                        "number",
                        "07/TLHT",
                        "summary",
                        "Bản sao trích lục",
                        "signer",
                        "Lê Văn Minh",
                        "signedOn",
                        "20/11/2026");
            case LINK -> Map.of("mode", "at-once", "body1", "Sở Y tế", "bodyDue1", "26/11/2026", "lead", "1");
            case LINK_UP -> Map.of("body", "UBND tỉnh", "dueDate", "26/11/2026");
            case LINK_BACK -> Map.of("which", "1", "document", "12/CV");
            case HAND_OVER -> Map.of("handedTo", "Nguyễn Thị An");
            case CORRECT -> Map.of("reason", "Sai họ tên", "responsible", "Phòng Hộ tịch", "dueDate", "30/11/2026");
            case TAKE_OVER, RESUME, REGISTER -> Map.of();
        };
    }
}
