package vn.kientao.reform.procedures.app.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.time.DueDate.CountedDay;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

@OnEachDatabase("procedures")
class DossierDeskTest {
    private static final int RECEIVERS = 16;
    private static final int EACH = 10;

    private final Database database;
    private final DeskFixture fixture;

    DossierDeskTest(Database database, Migrations migrations) {
        this.database = database;
        this.fixture = new DeskFixture(database, migrations);
    }

    @Test
    void keepsWhatWasHandedIn() {
        Dossier dossier = fixture.receive(RECEIVED);

        Dossier kept = fixture.again(dossier);
        assertThat(kept).isEqualTo(dossier);
        assertThat(kept.code()).hasToString("STP2-261120-0001");
        assertThat(kept.submission()).isEqualTo(DeskFixture.submission());
        assertThat(kept.status()).isEqualTo(DossierStatus.RECEIVED);
        assertThat(kept.procedure()).isEqualTo(SomeProcedures.EXTRACT.receivedUnder());
        assertThat(kept.events()).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo(DossierAction.RECEIVE);
            assertThat(event.who()).isEqualTo("Nguyễn Thị Lan");
        });
        assertThat(fixture.audit.actions()).containsExactly("procedures.receive");
    }

    @Test
    void keepsEveryDayOnTheWayToTheDueDate() {
        Dossier dossier = fixture.again(fixture.receive(RECEIVED));

        assertThat(dossier.appointment()).isInstanceOfSatisfying(Appointment.Counted.class, counted -> {
            assertThat(counted.due()).isEqualTo(LocalDateTime.of(2026, 11, 30, 17, 0));
            assertThat(counted.rule().code()).isEqualTo("A");
            assertThat(counted.limitText()).isEqualTo("5 Ngày làm việc");
            assertThat(counted.days()).extracting(CountedDay::number).containsExactly(0, 0, 0, 1, 0, 2, 3, 4, 0, 0, 5);
            assertThat(counted.days().get(4).day().name().vi()).isEqualTo("Ngày nghỉ thử");
        });
    }

    @Test
    void computesNothingFromATimeLimitWithoutUnit() {
        assertThat(fixture.desk.appointment(SomeProcedures.UNCLEAR, DossierChannel.DIRECT, RECEIVED))
                .isEmpty();

        Appointment set = fixture.desk.setByHand(
                SomeProcedures.UNCLEAR,
                DossierChannel.DIRECT,
                RECEIVED.toLocalDate().plusDays(30),
                "Luật Khiếu nại");
        Dossier dossier = fixture.desk.receive(
                SomeProcedures.UNCLEAR, DeskFixture.submission(), set, DeskFixture.doer(RECEIVED, ""));
        assertThat(fixture.again(dossier).appointment()).isEqualTo(set);
    }

    @Test
    void beginsAnewEveryDay() {
        fixture.receive(RECEIVED);
        fixture.receive(RECEIVED);

        assertThat(fixture.receive(RECEIVED.plusDays(3)).code()).hasToString("STP2-261123-0001");
        assertThat(fixture.receive(RECEIVED).code()).hasToString("STP2-261120-0003");
    }

    @Test
    void usesTheUnitIdThatTheAgencyHas() {
        database.write(handle ->
                handle.execute("INSERT INTO procedures.dossier_unit (agency_code, unit_id) VALUES ('STP2', 'H12.03')"));

        assertThat(fixture.receive(RECEIVED).code()).hasToString("H12.03-261120-0001");
    }

    @Test
    void answersARepetitionWithTheSameDossier() {
        Dossier first = fixture.receive(RECEIVED, "key");

        assertThat(fixture.receive(RECEIVED.plusMinutes(1), "key")).isEqualTo(first);
        assertThat(fixture.audit.actions()).hasSize(1);
        assertThat(fixture.receive(RECEIVED, "other").code()).hasToString("STP2-261120-0002");
    }

    @Test
    void givesSixteenReceiversDistinctCodesAndOneDossierAKey() throws Exception {
        List<String> codes = inParallel(number -> fixture.receive(RECEIVED, "key" + number / 2));

        assertThat(codes).hasSize(RECEIVERS * EACH);
        assertThat(codes.stream().distinct()).hasSize(RECEIVERS * EACH / 2);
        int kept = database.read(handle -> handle.createQuery("SELECT COUNT(*) AS n FROM procedures.dossier")
                .map((row, context) -> row.getInt("n"))
                .one());
        assertThat(kept).isEqualTo(RECEIVERS * EACH / 2);
    }

    private static List<String> inParallel(java.util.function.IntFunction<Dossier> work)
            throws InterruptedException, ExecutionException {
        ExecutorService receivers = Executors.newFixedThreadPool(RECEIVERS);
        try {
            List<Future<String>> results = new ArrayList<>();
            for (int number = 0; number < RECEIVERS * EACH; number++) {
                int mine = number;
                results.add(receivers.submit(() -> work.apply(mine).code().toString()));
            }
            List<String> codes = new ArrayList<>();
            for (Future<String> result : results) {
                codes.add(result.get());
            }
            return codes;
        } finally {
            receivers.shutdownNow();
        }
    }
}
