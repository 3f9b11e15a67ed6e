package vn.kientao.reform.procedures.app.competence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.security.Circumstances;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.attachment.Attachments;
import vn.kientao.reform.procedures.app.dossier.ClockSteps;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.DeskSteps;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.app.dossier.DossierFilter;
import vn.kientao.reform.procedures.app.dossier.DossierGuardException;
import vn.kientao.reform.procedures.app.dossier.DossierStep;
import vn.kientao.reform.procedures.app.dossier.DossierView;
import vn.kientao.reform.procedures.app.dossier.HandlerSteps;
import vn.kientao.reform.procedures.app.dossier.SentOnException;
import vn.kientao.reform.procedures.app.dossier.SomeProcedures;
import vn.kientao.reform.procedures.app.dossier.SupplementSteps;
import vn.kientao.reform.procedures.app.paper.PaperCases;
import vn.kientao.reform.procedures.app.paper.PaperHead;
import vn.kientao.reform.procedures.app.paper.Papers;
import vn.kientao.reform.procedures.app.report.ReportQuery;
import vn.kientao.reform.procedures.app.report.Reports;
import vn.kientao.reform.procedures.domain.competence.Errand;
import vn.kientao.reform.procedures.domain.competence.SentDossier;
import vn.kientao.reform.procedures.domain.competence.SentDossier.State;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierResult;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.dossier.FinancialDuty;
import vn.kientao.reform.procedures.domain.dossier.Places;
import vn.kientao.reform.procedures.domain.dossier.SupplementRequest;
import vn.kientao.reform.procedures.domain.dossier.Transition.Guard;
import vn.kientao.reform.procedures.domain.report.Measure;
import vn.kientao.reform.procedures.domain.report.ReportForm.RowBy;
import vn.kientao.reform.procedures.domain.report.ReportTable;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.domain.report.ShareKind;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.dossier.DossierTally;
import vn.kientao.reform.procedures.web.dossier.TwoAgencies;

/** A dossier goes into the register of the agency that settles it, once, and its result is handed over where it was received. */
@OnEachDatabase("procedures")
class CrossingTest {
    private static final String HERE = DeskFixture.AGENCY;
    private static final String THERE = "SYT2";
    private static final PaperHead HEAD = PaperCases.HEAD;
    private static final LocalDateTime NOW = RECEIVED.plusHours(2);
    private static final Clock CLOCK = Clock.fixed(NOW.atZone(Formats.ZONE).toInstant(), Formats.ZONE);

    private final Database database;
    private final ProcedureTables tables;
    private final DeskFixture fixture;
    private final Papers papers;
    private final Competence competence;
    private final List<Crossing> open = new ArrayList<>();
    private final Crossing crossing;

    CrossingTest(Database database, Migrations migrations) {
        this.database = database;
        tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        fixture = new DeskFixture(database, migrations);
        papers = new Papers(database, fixture.audit, tables);
        competence = new Competence(database, fixture.audit, papers, tables);
        crossing = crossing(fixture.audit);
    }

    private Crossing crossing(AuditTrail audit) {
        Crossing made = Crossing.at(CLOCK, database, audit, new TwoAgencies(), fixture.progress);
        open.add(made);
        return made;
    }

    @AfterEach
    void close() {
        open.forEach(Crossing::close);
    }

    @Test
    void theCompetentAgencySettlesItAndTheReceivingDeskHandsTheResultOver() {
        Dossier dossier = sent();
        assertThat(crossing.carry()).isEqualTo(1);
        assertThat(crossing.carry()).as("once").isZero();

        Dossier there = at(THERE, dossier);
        assertThat(fixture.dossiers.find(HERE, dossier.code().toString())).isEmpty();
        assertThat(there.appointment()).isEqualTo(dossier.appointment());
        assertThat(there.standing().places()).isEqualTo(new Places(HERE, HERE, Optional.of(THERE)));
        assertThat(there.place()).as("in no room yet").isEmpty();
        assertThat(list(THERE)).containsExactly(dossier.code().toString());
        assertThat(list(HERE)).isEmpty();
        assertThat(database.<Integer>write(handle -> new DossierTally().correct(handle, DeskFixture.RECEIVED)))
                .as("kept numbers that were wrong")
                .isZero();
        assertThat(database.<List<String>>read(
                        handle -> handle.createQuery("SELECT DISTINCT agency_code FROM procedures.dossier_word")
                                .mapTo(String.class)
                                .list()))
                .as("whose words they are")
                .containsExactly(THERE);
        assertThat(fixture.dossiers.fields(THERE))
                .isEqualTo(List.of(there.procedure().field()));
        assertThat(fixture.dossiers.history(there).handovers()).singleElement().satisfies(slip -> {
            assertThat(slip.giver()).isEqualTo("Nguyễn Thị Lan");
            assertThat(slip.to()).isEqualTo(THERE);
            assertThat(slip.takenAt()).isEmpty();
        });

        take(there, new HandlerSteps.TakeOver(""));
        there = at(THERE, dossier);
        assertThat(there.status()).isEqualTo(DossierStatus.PROCESSING);
        assertThat(fixture.dossiers.history(there).handovers())
                .singleElement()
                .satisfies(slip -> assertThat(slip.taker()).isEqualTo("Trần Minh"));
        take(there, new HandlerSteps.Finish(result(), ""));
        assertThat(seen(dossier).state()).as("not yet brought").isEqualTo(State.THERE);
        crossing.carry();
        assertThat(seen(dossier).state()).isEqualTo(State.READY);
        assertThat(seen(dossier).result()).isEqualTo("12/KQ: Giấy phép");

        assertThat(competence.give(seen(dossier), DossierAction.HAND_OVER, "Nguyễn Thị An", "", lan()))
                .isTrue();
        assertThat(competence.give(seen(dossier), DossierAction.HAND_OVER, "Nguyễn Thị An", "", lan()))
                .as("sent twice")
                .isTrue();
        assertThat(crossing.carry()).isEqualTo(1);
        Dossier over = at(THERE, dossier);
        assertThat(over.status()).isEqualTo(DossierStatus.HANDED_OVER);
        assertThat(over.handedTo()).isEqualTo("Nguyễn Thị An");
        assertThat(over.events().get(over.events().size() - 1).who()).isEqualTo("Nguyễn Thị Lan (Sở Tư pháp)");
        assertThat(seen(dossier).state()).isEqualTo(State.OVER);
        assertThat(words("SELECT person || note AS words FROM procedures.dossier_errand"))
                .as("who took it stands in the dossier alone")
                .containsExactly("");
        assertThat(fixture.audit.entries())
                .extracting(entry -> entry.agency().orElse("") + " " + entry.action())
                .contains(
                        HERE + " procedures.assign",
                        HERE + " procedures.dossier-leave",
                        THERE + " procedures.dossier-arrive",
                        HERE + " procedures.errand-hand-over",
                        THERE + " procedures.hand-over");
    }

    @Test
    void theApplicantBringsWhatIsMissingToTheReceivingDesk() {
        Dossier dossier = sent();
        crossing.carry();
        take(at(THERE, dossier), new HandlerSteps.TakeOver(""));
        take(
                at(THERE, dossier),
                new SupplementSteps.Ask(
                        List.of(new SupplementRequest.Item("Tờ khai", "Ký tên", false)),
                        "Chưa ký",
                        "",
                        "",
                        Optional.empty()));
        crossing.carry();
        assertThat(seen(dossier).wanted()).isEqualTo("Tờ khai: Ký tên");
        assertThat(competence.give(seen(dossier), DossierAction.HAND_OVER, "An", "", lan()))
                .as("nothing to hand over")
                .isFalse();

        assertThat(competence.give(seen(dossier), DossierAction.SUPPLEMENT, "", "Đã ký", lan()))
                .isTrue();
        crossing.carry();

        assertThat(at(THERE, dossier).status()).isEqualTo(DossierStatus.PROCESSING);
        assertThat(seen(dossier).wanted()).isEmpty();
    }

    @Test
    void theReceivingDeskTakesTheMoneyIntoItsOwnBooksAndItIsCountedOnce() {
        Dossier dossier = sent();
        crossing.carry();
        take(at(THERE, dossier), new HandlerSteps.TakeOver(""));
        take(
                at(THERE, dossier),
                new ClockSteps.AskPayment("Phí thẩm định", 200_000, "TB-07", Optional.of(LocalDate.of(2026, 11, 30))));
        crossing.carry();
        assertThat(seen(dossier).owed())
                .hasValue(new SentDossier.Owed(
                        "Phí thẩm định", 200_000, "TB-07", Optional.of(LocalDate.of(2026, 11, 30))));

        Errand.Taken money = new Errand.Taken(200_000, 2, "STP-0012");
        for (String turn : List.of("given", "given twice")) {
            assertThat(pay(dossier, "Nguyễn Thị An", money)).as(turn).isTrue();
        }
        assertThat(crossing.carry()).isEqualTo(1);
        Dossier paid = at(THERE, dossier);
        assertThat(paid.status()).isEqualTo(DossierStatus.PROCESSING);
        assertThat(fixture.dossiers.history(paid).duties())
                .singleElement()
                .satisfies(duty -> assertThat(duty.payment())
                        .hasValue(
                                new FinancialDuty.Payment(lan().at(), 200_000, 2, "STP-0012", "Nguyễn Thị An", HERE)));
        assertThat(paid.events().get(paid.events().size() - 1).who()).isEqualTo("Nguyễn Thị Lan (Sở Tư pháp)");
        assertThat(seen(dossier).owed()).isEmpty();
        assertThat(papers.of(seen(dossier))).singleElement().satisfies(receipt -> {
            assertThat(receipt.reference()).isEqualTo("01/BLTP-STP2");
            assertThat(receipt.letter().head().qr()).isEqualTo(HEAD.qr());
            assertThat(receipt.letter().parts().toString())
                    .contains("Phí thẩm định", "200.000 đồng", "Hai trăm nghìn đồng", "TB-07", "STP-0012")
                    .contains("Nguyễn Thị An", "Sở Y tế");
        });
        assertThat(competence.payments(seen(dossier))).singleElement().satisfies(errand -> {
            assertThat(errand.taken()).hasValue(money);
            assertThat(errand.person())
                    .as("who paid stands in the dossier alone")
                    .isEmpty();
        });
        assertThat(pay(dossier, "Nguyễn Thị An", money))
                .as("nothing is owed any more")
                .isFalse();

        take(paid, new HandlerSteps.Finish(result(), ""));
        assertThat(paidOnline(THERE)).isEqualTo(new Share(1, 1));
        assertThat(paidOnline(HERE)).isEqualTo(new Share(0, 0));
    }

    private boolean pay(Dossier dossier, String payer, Errand.Taken money) {
        return competence.take(seen(dossier), payer, "", money, HEAD, "Sở Y tế", lan());
    }

    @Test
    void moneyThatTheOtherAgencyTookMeanwhileIsNotTakenTwice() {
        Dossier dossier = sent();
        crossing.carry();
        take(at(THERE, dossier), new HandlerSteps.TakeOver(""));
        take(at(THERE, dossier), new ClockSteps.AskPayment("Phí", 8_000, "", Optional.empty()));
        crossing.carry();
        Errand.Taken money = new Errand.Taken(8_000, 1, "STP-0013");
        pay(dossier, "An", money);
        take(at(THERE, dossier), new ClockSteps.ConfirmPayment(8_000, 1, "SYT-1", "An", ""));
        assertThat(crossing.carry()).isZero();

        assertThat(competence.last(seen(dossier)))
                .hasValueSatisfying(last -> assertThat(last.refusal()).isEqualTo("sent.refused.not-allowed"));
        assertThat(competence.payments(seen(dossier))).isEmpty();
        assertThat(fixture.dossiers.history(at(THERE, dossier)).duties())
                .singleElement()
                .satisfies(duty ->
                        assertThat(duty.payment().orElseThrow().receipt()).isEqualTo("SYT-1"));
    }

    private Share paidOnline(String agency) {
        ReportQuery query = new ReportQuery(
                Optional.of(agency), Optional.empty(), Period.month(YearMonth.from(RECEIVED)), RECEIVED.plusDays(1));
        return new Reports(database, fixture.audit, tables).shares(query).get(ShareKind.PAID_ONLINE);
    }

    @Test
    void whoeverIsNotCompetentSendsItBackIntoTheQueueWithTheReason() {
        Dossier dossier = sent();
        crossing.carry();
        assertThatThrownBy(() -> take(at(THERE, dossier), new DeskSteps.Assign(HERE, "", "")))
                .isInstanceOfSatisfying(
                        DossierGuardException.class, e -> assertThat(e.guard()).isEqualTo(Guard.AT_RECEIVING_UNIT));
        take(at(THERE, dossier), new DeskSteps.SendBack("Thuộc Sở Tư pháp"));
        assertThatThrownBy(() -> take(at(THERE, dossier), new HandlerSteps.TakeOver("")))
                .isInstanceOfSatisfying(
                        DossierGuardException.class, e -> assertThat(e.guard()).isEqualTo(Guard.STAYS));
        assertThat(crossing.carry()).isEqualTo(1);
        assertThat(crossing.carry()).isZero();

        Dossier back = at(HERE, dossier);
        assertThat(back.standing().places()).isEqualTo(new Places(HERE, HERE, Optional.empty()));
        assertThat(back.appointment()).isEqualTo(dossier.appointment());
        assertThat(back.events().get(back.events().size() - 1).note()).isEqualTo("Thuộc Sở Tư pháp");
        assertThat(seen(dossier).state()).isEqualTo(State.BACK);
        assertThat(seen(dossier).backReason()).isEqualTo("Thuộc Sở Tư pháp");
        assertThat(queue(HERE)).containsExactly(dossier.code().toString());

        send(back);
        crossing.carry();
        assertThat(at(THERE, dossier).code()).isEqualTo(dossier.code());
        assertThat(seen(dossier).state()).isEqualTo(State.THERE);
    }

    @Test
    void whatIsRegisteredOnlyIsReceivedByTheAgencyThatSettlesIt() {
        Dossier lost = fixture.desk.register(
                SomeProcedures.EXTRACT,
                DeskFixture.submission(),
                new Places(HERE, HERE, Optional.empty()),
                DeskFixture.doer(RECEIVED, ""));
        send(lost);
        crossing.carry();
        Dossier there = at(THERE, lost);
        take(
                there,
                new DeskSteps.Accept(fixture.appointment(NOW), there.standing().rule(), ""));

        assertThat(at(THERE, lost).status()).isEqualTo(DossierStatus.RECEIVED);
        assertThat(fixture.dossiers.history(at(THERE, lost)).handovers())
                .singleElement()
                .satisfies(slip -> assertThat(slip.taker()).isEqualTo("Trần Minh"));
        assertThat(counted(HERE)).isZero();
        assertThat(counted(THERE)).isEqualTo(1);
    }

    @Test
    void isCountedOnceByTheAgencyThatSettlesItAndTheReportsAddUp() {
        Dossier dossier = sent();
        fixture.receive(RECEIVED);
        assertThat(counted(HERE)).isEqualTo(2);
        crossing.carry();
        take(at(THERE, dossier), new HandlerSteps.TakeOver(""));
        take(at(THERE, dossier), new HandlerSteps.Finish(result(), ""));

        assertThat(counted(HERE)).isEqualTo(1);
        assertThat(counted(THERE)).isEqualTo(1);
        assertThat(words("SELECT COUNT(*) || '' AS words FROM procedures.dossier_span WHERE entry = TRUE"))
                .containsExactly("2");
    }

    /** The second half fails where the first has been kept: nothing of it stays, and the next time does all of it once. */
    @Test
    void isCarriedOverOnceWhenItWasKilledInTheMiddle() {
        Dossier dossier = sent();
        Crossing dying = crossing((handle, entry) -> {
            if (entry.action().equals("procedures.dossier-arrive")) {
                throw new IllegalStateException("killed");
            }
            fixture.audit.record(handle, entry);
        });
        assertThatThrownBy(dying::carry).hasMessageContaining("killed");
        assertThat(at(HERE, dossier).standing().places().boundFor()).contains(THERE);
        assertThat(seen(dossier).state()).isEqualTo(State.SENT);

        assertThat(crossing.carry()).isEqualTo(1);
        assertThat(at(THERE, dossier).standing().places().boundFor()).isEmpty();

        take(at(THERE, dossier), new HandlerSteps.TakeOver(""));
        take(at(THERE, dossier), new HandlerSteps.Finish(result(), ""));
        crossing.carry();
        competence.give(seen(dossier), DossierAction.HAND_OVER, "An", "", lan());
        database.write(handle -> handle.execute("UPDATE procedures.dossier_sent SET seen_version = 1"));
        assertThat(crossing.carry()).isEqualTo(1);
        assertThat(at(THERE, dossier).events())
                .filteredOn(event -> event.action() == DossierAction.HAND_OVER)
                .hasSize(1);
    }

    @Test
    void twoReleasesThatCarryAtOnceCarryEachDossierOnce() throws Exception {
        for (int count = 0; count < 12; count++) {
            sent();
        }
        Crossing other = crossing(fixture.audit);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> carried = both.invokeAll(List.<Callable<Integer>>of(crossing::carry, other::carry));
            assertThat(carried.get(0).get() + carried.get(1).get()).isEqualTo(12);
        } finally {
            both.shutdownNow();
        }
        assertThat(list(THERE)).hasSize(12);
        Map<String, Long> arrivals = fixture.audit.entries().stream()
                .filter(entry -> entry.action().equals("procedures.dossier-arrive"))
                .collect(Collectors.groupingBy(AuditEntry::objectId, Collectors.counting()));
        assertThat(arrivals.values()).hasSize(12).containsOnly(1L);
    }

    /** What the desk wanted cannot be done any more: it learns why, and the dossier stays as it is. */
    @Test
    void anErrandThatCameTooLateIsRefusedWithTheReason() {
        Dossier dossier = sent();
        crossing.carry();
        assertThat(competence.give(seen(dossier), DossierAction.WITHDRAW, "", "Không cần nữa", lan()))
                .isTrue();
        take(at(THERE, dossier), new HandlerSteps.TakeOver(""));
        take(at(THERE, dossier), new HandlerSteps.Finish(result(), ""));
        crossing.carry();

        assertThat(competence.last(seen(dossier))).hasValueSatisfying(last -> {
            assertThat(last.refusal()).isEqualTo("sent.refused.not-allowed");
            assertThat(last.note()).isEmpty();
        });
        assertThat(at(THERE, dossier).status()).isEqualTo(DossierStatus.FINISHED);
    }

    /** On PostgreSQL neither agency can read the other's rows; both halves still meet. */
    @Test
    void eachAgencyWorksBehindItsOwnWall() {
        Dossier dossier = within(HERE, this::sent);
        crossing.carry();
        within(THERE, () -> {
            take(at(THERE, dossier), new HandlerSteps.TakeOver(""));
            take(at(THERE, dossier), new HandlerSteps.Finish(result(), ""));
            return dossier;
        });
        crossing.carry();
        within(HERE, () -> {
            assertThat(competence.give(seen(dossier), DossierAction.HAND_OVER, "An", "", lan()))
                    .isTrue();
            return dossier;
        });
        crossing.carry();
        assertThat(within(HERE, () -> seen(dossier)).state()).isEqualTo(State.OVER);
        assertThat(within(THERE, () -> at(THERE, dossier)).handedTo()).isEqualTo("An");
        assertThat(fixture.tracking.byPhoneEnd(dossier.code().toString(), "3456"))
                .as("one dossier for the citizen")
                .hasValueSatisfying(one -> assertThat(one.agency()).isEqualTo(THERE));
    }

    @Test
    void itsPapersAndFilesAreReadableWhereItIsSettled() {
        Dossier dossier = fixture.receive(RECEIVED);
        Attachments attachments = new Attachments(database, fixture.audit, tables);
        byte[] scan = "%PDF-1.4\n%%EOF\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        attachments.add(dossier, 1, "to-khai.pdf", scan, Optional.empty(), DeskFixture.doer(RECEIVED, ""));
        send(dossier);
        crossing.carry();

        within(THERE, () -> {
            Dossier there = at(THERE, dossier);
            assertThat(there.submission().papers())
                    .hasSameSizeAs(dossier.submission().papers());
            assertThat(attachments.of(there))
                    .singleElement()
                    .satisfies(
                            file -> assertThat(attachments.content(there, file)).hasValue(scan));
            return there;
        });
    }

    /** How many of November an agency counts; its report adds up. */
    private long counted(String agency) {
        Period november = new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
        ReportTable table = new Reports(database, fixture.audit, tables)
                .table(new ReportQuery(Optional.of(agency), Optional.empty(), november, NOW.plusDays(1)), RowBy.FIELD);
        assertThat(table.sum().addsUp()).isTrue();
        return table.sum().number(Measure.TOTAL);
    }

    @Test
    void theFormThatMadeItMakesNoSecondOneWhereverItIs() {
        Dossier dossier = send(fixture.receive(RECEIVED, "form-1"));
        assertThat(fixture.receive(RECEIVED, "form-1").code()).as("on its way").isEqualTo(dossier.code());
        crossing.carry();

        assertThatThrownBy(() -> fixture.receive(RECEIVED, "form-1"))
                .isInstanceOfSatisfying(
                        SentOnException.class, e -> assertThat(e.code()).isEqualTo(dossier.code()));
        assertThat(list(HERE)).isEmpty();
        assertThat(list(THERE)).containsExactly(dossier.code().toString());
        assertThat(fixture.receive(RECEIVED, "form-2").code()).isNotEqualTo(dossier.code());
    }

    private Dossier sent() {
        return send(fixture.receive(RECEIVED));
    }

    private Dossier send(Dossier dossier) {
        return fixture.progress.take(
                dossier, new DeskSteps.Assign(THERE, "Sở Y tế", "Thuộc ngành y tế"), DeskFixture.doer(NOW, ""));
    }

    private void take(Dossier dossier, DossierStep step) {
        fixture.progress.take(dossier, step, minh());
    }

    private Dossier at(String agency, Dossier dossier) {
        return fixture.dossiers.find(agency, dossier.code().toString()).orElseThrow();
    }

    private SentDossier seen(Dossier dossier) {
        return competence.find(HERE, dossier.code().toString()).orElseThrow();
    }

    private List<String> list(String agency) {
        return fixture.dossiers.page(agency, DossierFilter.of(DossierView.OPEN), NOW, Optional.empty(), 50).stream()
                .map(row -> row.code().toString())
                .toList();
    }

    private List<String> queue(String agency) {
        DossierFilter unrouted = new DossierFilter(
                DossierView.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
        return fixture.dossiers.page(agency, unrouted, NOW, Optional.empty(), 50).stream()
                .map(row -> row.code().toString())
                .toList();
    }

    private List<String> words(String sql) {
        return database.read(handle -> handle.createQuery(sql)
                .map((row, context) -> row.getString("words"))
                .list());
    }

    private static DossierResult result() {
        return new DossierResult("12/KQ", "Giấy phép", "Lê Văn Minh", NOW.toLocalDate());
    }

    private static Doer lan() {
        return DeskFixture.doer(NOW.plusMinutes(5), "");
    }

    private static Doer minh() {
        return new Doer(
                THERE,
                "minh",
                "Trần Minh",
                NOW.plusMinutes(1),
                Optional.empty(),
                (action, type, id, detail) ->
                        new AuditEntry("minh", Optional.of(THERE), "procedures", action, type, id, detail, "r1"));
    }

    private static <T> T within(String agency, java.util.function.Supplier<T> work) {
        Circumstances circumstances =
                new Circumstances(Actor.anonymous(), "r1", "192.0.2.1", Optional.of(agency), Optional.empty());
        try (Circumstances.Scope scope = circumstances.enter()) {
            assertThat(scope).isNotNull();
            return work.get();
        }
    }
}
