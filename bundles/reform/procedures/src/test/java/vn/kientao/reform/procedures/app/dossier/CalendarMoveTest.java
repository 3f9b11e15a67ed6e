package vn.kientao.reform.procedures.app.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.AGENCY;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.directory.domain.DeadlineCalculator;
import vn.kientao.platform.directory.domain.LegalCalendar;
import vn.kientao.platform.directory.domain.OfficeHours;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierRow;
import vn.kientao.reform.procedures.store.ProcedureTables;

/** The holiday of 24/11/2026 under which dossiers were received is taken out of the calendar. */
@OnEachDatabase("procedures")
class CalendarMoveTest {
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 11, 24);
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 9, 0);

    private final DeskFixture fixture;
    private final RunningDossiers afterTheChange;

    CalendarMoveTest(Database database, Migrations migrations) {
        fixture = new DeskFixture(database, migrations);
        DeadlineCalculator without =
                new DeadlineCalculator(LegalCalendar.of(List.of()), OfficeHours.parse("07:00-11:30,13:30-17:00"));
        afterTheChange = new RunningDossiers(
                database, without::due, fixture.audit, ProcedureTables.of(migrations, FolderScripts.ofModule()));
    }

    @Test
    void movesRunningDueDatesWithTheirExplanationAndAuditsEach() {
        Dossier dossier = fixture.receive(RECEIVED);
        Dossier ended = fixture.finished(fixture.receive(RECEIVED), NOW);
        assertThat(dossier.appointment().due()).isEqualTo("2026-11-30T17:00");

        assertThat(afterTheChange.calendarChanged(HOLIDAY, HOLIDAY)).isEqualTo(1);

        Appointment.Counted moved = (Appointment.Counted) fixture.again(dossier).appointment();
        assertThat(moved.due()).isEqualTo("2026-11-27T17:00");
        assertThat(moved.days()).hasSize(8);
        assertThat(fixture.again(ended).appointment().due()).isEqualTo("2026-11-30T17:00");
        assertThat(fixture.audit.actions())
                .filteredOn("procedures.due-moved"::equals)
                .hasSize(1);
        assertThat(fixture.audit
                        .entries()
                        .get(fixture.audit.entries().size() - 1)
                        .detail())
                .isEqualTo("{\"was\":\"2026-11-30T17:00\",\"due\":\"2026-11-27T17:00\"}");
    }

    @Test
    void keepsTheListInOrderOfDueDate() {
        Dossier early = fixture.receive(RECEIVED);
        fixture.receive(RECEIVED.plusDays(7));

        afterTheChange.calendarChanged(HOLIDAY, HOLIDAY);

        List<DossierRow> rows =
                fixture.dossiers.page(AGENCY, DossierFilter.of(DossierView.OPEN), NOW, Optional.empty(), 10);
        assertThat(rows)
                .extracting(DossierRow::dueAt)
                .isSorted()
                .first()
                .isEqualTo(LocalDateTime.of(2026, 11, 27, 17, 0));
        assertThat(rows.get(0).code()).isEqualTo(early.code());
    }

    @Test
    void movesNothingWhenToldTwice() {
        fixture.receive(RECEIVED);
        afterTheChange.calendarChanged(HOLIDAY, HOLIDAY);

        assertThat(afterTheChange.calendarChanged(HOLIDAY, HOLIDAY)).isZero();
    }

    @Test
    void leavesDossiersAloneWhoseSpanTheChangeDoesNotTouch() {
        fixture.receive(RECEIVED);

        assertThat(afterTheChange.calendarChanged(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 24)))
                .isZero();
    }
}
