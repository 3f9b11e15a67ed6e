package vn.kientao.reform.procedures.app.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.dossier.DossierResult;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.dossier.Leg;
import vn.kientao.reform.procedures.domain.dossier.Places;
import vn.kientao.reform.procedures.domain.dossier.SupplementRequest;
import vn.kientao.reform.procedures.store.dossier.DossierTally;

/**
 * A simulated day of many offices: officers receive, ask, send on, settle and hand over at the same time, often the same
 * dossier. The short day runs by default; {@code -Dkientao.office-day.dossiers=5000} makes it 20 agencies, 50 officers and
 * 5,000 dossiers.
 */
@OnEachDatabase("procedures")
class OfficeDayTest {
    private static final int DOSSIERS = Integer.getInteger("kientao.office-day.dossiers", 60);
    private static final int AGENCIES = DOSSIERS >= 1000 ? 20 : 3;
    private static final int OFFICERS = DOSSIERS >= 1000 ? 50 : 8;
    private static final int STEPS_EACH = 5;
    private static final long SEED = 61_2018;
    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 20, 7, 0);
    private static final String COUNTS = """
            SELECT COUNT(*) AS all_dossiers,
                   SUM(CASE WHEN submitted_at < :cut THEN 1 ELSE 0 END) AS carried,
                   SUM(CASE WHEN submitted_at >= :cut THEN 1 ELSE 0 END) AS received,
                   SUM(CASE WHEN status IN (9, 10) THEN 1 ELSE 0 END) AS settled,
                   SUM(CASE WHEN running = TRUE AND paused = FALSE THEN 1 ELSE 0 END) AS in_process,
                   SUM(CASE WHEN running = TRUE AND paused = TRUE THEN 1 ELSE 0 END) AS paused,
                   SUM(CASE WHEN status IN (3, 7, 8) THEN 1 ELSE 0 END) AS rejected,
                   SUM(CASE WHEN running = (ended_at IS NOT NULL) THEN 1 ELSE 0 END) AS contradictions
              FROM procedures.dossier
             WHERE agency_code = :agency
               AND (ended_at IS NULL OR ended_at >= :cut)
            """;

    private final Database database;
    private final DeskFixture fixture;
    private final AtomicInteger minutes = new AtomicInteger();
    private final AtomicInteger received = new AtomicInteger();
    private final AtomicInteger overtaken = new AtomicInteger();
    private final Map<String, Queue<String>> codes = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();

    OfficeDayTest(Database database, Migrations migrations) {
        this.database = database;
        fixture = new DeskFixture(database, migrations);
    }

    @Test
    void losesNoUpdateAndNoEntryAndKeepsTheIdentityOfTheReport() throws Exception {
        ExecutorService office = Executors.newFixedThreadPool(OFFICERS);
        try {
            List<Future<?>> days = new ArrayList<>();
            IntStream.range(0, OFFICERS).forEach(officer -> days.add(office.submit(() -> day(officer))));
            for (Future<?> day : days) {
                day.get();
            }
        } finally {
            office.shutdownNow();
        }

        assertThat(received.get()).isGreaterThanOrEqualTo(DOSSIERS);
        int steps = 0;
        for (Map.Entry<String, Queue<String>> agency : codes.entrySet()) {
            for (String code : agency.getValue()) {
                steps += examine(fixture.dossiers.find(agency.getKey(), code).orElseThrow());
            }
            identity(agency.getKey());
        }
        assertThat(fixture.audit.entries()).hasSize(steps);
        assertThat(database.<Integer>write(handle -> new DossierTally().correct(handle, START)))
                .as("kept numbers that were wrong")
                .isZero();
    }

    @Test
    void letsOnlyOneOfManyOfficersTakeAStepFromTheSameVersion() throws Exception {
        Dossier seen = fixture.receive(START);
        fixture.progress.forward(seen, "Phòng Hộ tịch", "", DeskFixture.doer(START, ""));
        Dossier forwarded = fixture.again(seen);
        ExecutorService office = Executors.newFixedThreadPool(OFFICERS);
        List<Future<?>> tries = new ArrayList<>();
        try {
            for (int officer = 0; officer < OFFICERS; officer++) {
                tries.add(office.submit(() -> askForPayment(forwarded)));
            }
            for (Future<?> one : tries) {
                one.get();
            }
        } finally {
            office.shutdownNow();
        }

        assertThat(overtaken.get()).isEqualTo(OFFICERS - 1);
        assertThat(fixture.again(seen).version()).isEqualTo(forwarded.version() + 1);
        assertThat(fixture.dossiers.history(seen).duties()).hasSize(1);
    }

    private void askForPayment(Dossier dossier) {
        try {
            fixture.progress.take(
                    dossier,
                    new ClockSteps.AskPayment("Phí", 8_000, "", Optional.empty()),
                    DeskFixture.doer(START, ""));
        } catch (StaleRecordException e) {
            overtaken.incrementAndGet();
        }
    }

    private void day(int officer) {
        Random chance = new Random(SEED + officer);
        String agency = "A" + officer % AGENCIES;
        String account = "officer" + officer;
        int left = DOSSIERS * STEPS_EACH / OFFICERS;
        while (left > 0 || received.get() < DOSSIERS) {
            left--;
            if (received.get() < DOSSIERS
                    && (chance.nextInt(STEPS_EACH) == 0 || codesOf(agency).isEmpty())) {
                receive(agency, account, chance);
            } else {
                step(agency, account, chance);
            }
        }
    }

    private void receive(String agency, String account, Random chance) {
        received.incrementAndGet();
        Doer doer = doer(agency, account);
        Dossier dossier = chance.nextInt(3) == 0
                ? fixture.desk.register(SomeProcedures.EXTRACT, DeskFixture.submission(), Places.at(agency), doer)
                : fixture.desk.receive(
                        SomeProcedures.EXTRACT, DeskFixture.submission(), fixture.appointment(doer.at()), doer);
        taken.put(dossier.code().toString(), new AtomicInteger(1));
        codesOf(agency).add(dossier.code().toString());
    }

    /** Takes a step with one of the dossiers that were touched last, so that officers meet. */
    private void step(String agency, String account, Random chance) {
        List<String> all = List.copyOf(codesOf(agency));
        if (all.isEmpty()) {
            return;
        }
        String code = all.get(all.size() - 1 - chance.nextInt(Math.min(all.size(), 6)));
        Dossier seen = fixture.dossiers.find(agency, code).orElseThrow();
        List<DossierAction> allowed =
                Arrays.stream(DossierAction.values()).filter(seen::allows).toList();
        if (allowed.isEmpty()) {
            return;
        }
        DossierAction action = allowed.get(chance.nextInt(allowed.size()));
        Doer doer = doer(agency, account);
        try {
            fixture.progress.take(seen, step(action, seen, fixture.dossiers.history(seen), doer), doer);
            taken.get(code).incrementAndGet();
        } catch (StaleRecordException e) {
            overtaken.incrementAndGet();
        } catch (DossierGuardException e) {
            assertThat(e.guard().textKey()).startsWith("dossier.guard.");
        }
    }

    private Doer doer(String agency, String account) {
        LocalDateTime at = START.plusMinutes(minutes.getAndIncrement());
        return new Doer(
                agency,
                account,
                account,
                at,
                Optional.empty(),
                (action, type, id, detail) ->
                        new AuditEntry(account, Optional.of(agency), "procedures", action, type, id, detail, "r1"));
    }

    private Queue<String> codesOf(String agency) {
        return codes.computeIfAbsent(agency, name -> new ConcurrentLinkedQueue<>());
    }

    /** Everything that was done stands in the timeline and in the audit trail, in order and without a gap. */
    private int examine(Dossier dossier) {
        String code = dossier.code().toString();
        assertThat(dossier.version()).as(code).isEqualTo(taken.get(code).get());
        assertThat(dossier.events())
                .extracting(DossierEvent::version)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, (int) dossier.version())
                        .mapToObj(Long::valueOf)
                        .toList());
        assertThat(fixture.audit.entries())
                .filteredOn(entry -> entry.objectId().equals(code))
                .extracting(AuditEntry::action)
                .containsExactlyElementsOf(dossier.events().stream()
                        .map(event -> "procedures." + event.action().word())
                        .toList());
        DossierHistory history = fixture.dossiers.history(dossier);
        assertThat(history.openPause().isPresent())
                .as(code)
                .isEqualTo(dossier.standing().paused());
        assertThat(dossier.status() == DossierStatus.FINISHED
                        && !history.openLegs().isEmpty())
                .as(code)
                .isFalse();
        return (int) dossier.version();
    }

    /** Carried over + received = settled + in process + paused + rejected, for a cut in the middle of the day. */
    private void identity(String agency) {
        LocalDateTime cut = START.plusMinutes(minutes.get() / 2);
        Map<String, Object> counts = database.read(handle -> handle.createQuery(COUNTS)
                .bind("cut", cut)
                .bind("agency", agency)
                .mapToMap()
                .one());
        assertThat(number(counts, "carried") + number(counts, "received"))
                .as("%s: %s", agency, counts)
                .isEqualTo(number(counts, "settled")
                        + number(counts, "in_process")
                        + number(counts, "paused")
                        + number(counts, "rejected"))
                .isEqualTo(number(counts, "all_dossiers"));
        assertThat(number(counts, "contradictions")).isZero();
    }

    private static long number(Map<String, Object> counts, String name) {
        Object counted = counts.get(name);
        return counted == null ? 0 : ((Number) counted).longValue();
    }

    private static DossierStep step(DossierAction action, Dossier dossier, DossierHistory history, Doer doer) {
        LocalDateTime later = dossier.appointment().due().plusDays(30);
        LocalDate today = doer.at().toLocalDate();
        DossierResult result = new DossierResult("07/KQ", "Kết quả", "Lê Văn Minh", today);
        List<SupplementRequest.Item> items = List.of(new SupplementRequest.Item("Tờ khai", "Ký tên", false));
        return switch (action) {
            case RECEIVE ->
                new DeskSteps.Accept(dossier.appointment(), dossier.standing().rule(), "");
            case ASK_SUPPLEMENT -> new SupplementSteps.Ask(items, "Chưa ký", "", "", Optional.empty());
            case PROPOSE_SUPPLEMENT -> new SupplementSteps.Propose(items, "Chưa ký");
            case SUPPLEMENT -> new SupplementSteps.Give(List.of(), "");
            case REFUSE, STOP, WITHDRAW -> new DeskSteps.End(action, "Lý do", "Căn cứ");
            case ASSIGN -> new DeskSteps.Assign(doer.agency(), "", "");
            case SEND_BACK -> new DeskSteps.SendBack("Lý do");
            case FORWARD -> new DeskSteps.Forward("Phòng Hộ tịch", Optional.empty(), "");
            case PASS_ON -> new HandlerSteps.PassOn("Phòng khác", Optional.empty(), "");
            case TAKE_OVER -> new HandlerSteps.TakeOver("");
            case ASK_OPINION -> new HandlerSteps.AskOpinion("Sở Y tế", "Xin ý kiến", "", later);
            case RECORD_OPINION ->
                new HandlerSteps.RecordOpinion(
                        history.openOpinions().stream()
                                .mapToInt(one -> one.number())
                                .findFirst()
                                .orElse(0),
                        "Nhất trí",
                        "");
            case ASK_PAYMENT -> new ClockSteps.AskPayment("Phí", 8_000, "", Optional.empty());
            case CONFIRM_PAYMENT -> new ClockSteps.ConfirmPayment(8_000, 1, "BL-1", "An", "");
            case PAUSE -> new ClockSteps.Stop("Lý do", "Căn cứ");
            case RESUME -> new ClockSteps.Resume("", "");
            case RE_APPOINT -> new ClockSteps.ReAppoint(later, "Chờ xác minh", "");
            case DECLINE -> new HandlerSteps.Decline(result, "Căn cứ");
            case FINISH -> new HandlerSteps.Finish(result, "");
            case CORRECT -> new HandlerSteps.Correct("Sai tên", "Phòng Hộ tịch", 0, "", later);
            case LINK -> new LinkSteps.Send(Leg.Mode.IN_SEQUENCE, List.of(new LinkSteps.Part("Sở Y tế", later)), 0, "");
            case LINK_UP -> new LinkSteps.SendUp(new LinkSteps.Part("UBND tỉnh", later), "");
            case LINK_BACK ->
                new LinkSteps.Back(
                        history.openLegs().stream()
                                .mapToInt(Leg::number)
                                .findFirst()
                                .orElse(0),
                        "",
                        "");
            case HAND_OVER -> new DeskSteps.HandOver("An", "");
            case REGISTER -> throw new IllegalArgumentException("registered only once");
        };
    }
}
