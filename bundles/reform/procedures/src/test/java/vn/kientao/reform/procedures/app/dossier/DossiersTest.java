package vn.kientao.reform.procedures.app.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.AGENCY;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.dossier.DossierRow;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

@OnEachDatabase("procedures")
class DossiersTest {
    /** Monday, 10:00. */
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 30, 10, 0);

    private final DeskFixture fixture;

    DossiersTest(Database database, Migrations migrations) {
        fixture = new DeskFixture(database, migrations);
    }

    @Test
    void sortsOpenDossiersByUrgency() {
        due(27);
        due(30);
        dueInDecember(1);
        dueInDecember(2);
        dueInDecember(3);
        fixture.finished(due(30), NOW.minusDays(1));

        assertThat(fixture.dossiers.counts(AGENCY, NOW))
                .containsEntry(DossierView.OVERDUE, 1)
                .containsEntry(DossierView.TODAY, 1)
                .containsEntry(DossierView.SOON, 2)
                .containsEntry(DossierView.OPEN, 5)
                .containsEntry(DossierView.FINISHED, 1);
        assertThat(days(list(DossierFilter.of(DossierView.SOON)))).containsExactly(1, 2);
        assertThat(days(list(DossierFilter.of(DossierView.OPEN)))).containsExactly(27, 30, 1, 2, 3);
    }

    @Test
    void leadsFromPageToPageWithoutLossOrRepetition() {
        for (int i = 0; i < 5; i++) {
            due(27);
            dueInDecember(2);
        }
        List<String> seen = new ArrayList<>();
        Optional<Long> after = Optional.empty();
        List<DossierRow> page;
        do {
            page = fixture.dossiers.page(AGENCY, DossierFilter.of(DossierView.OPEN), NOW, after, 3);
            page.forEach(row -> seen.add(row.code().toString()));
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).listKey());
        } while (!page.isEmpty());

        assertThat(seen).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void showsWhatEndedLastFirst() {
        Dossier first = due(30);
        Dossier second = due(30);
        fixture.finished(second, NOW);
        fixture.finished(first, NOW.plusHours(1));

        assertThat(list(DossierFilter.of(DossierView.FINISHED)))
                .extracting(DossierRow::code)
                .containsExactly(first.code(), second.code());
    }

    @Test
    void narrowsByStatusFieldWordsAndDueDate() {
        Dossier one = due(27);
        Dossier other = dueInDecember(2);
        fixture.progress.forward(other, "Phòng Hộ tịch", "", DeskFixture.doer(NOW, ""));

        assertThat(list(filter(Optional.of(DossierStatus.PROCESSING), Optional.empty(), Optional.empty(), 0)))
                .extracting(DossierRow::code)
                .containsExactly(other.code());
        assertThat(list(filter(Optional.empty(), Optional.of("Hộ tịch"), Optional.empty(), 0)))
                .hasSize(2);
        assertThat(list(filter(Optional.empty(), Optional.of("Đất đai"), Optional.empty(), 0)))
                .isEmpty();
        assertThat(list(filter(Optional.empty(), Optional.empty(), Optional.of("nguyen thi AN"), 0)))
                .hasSize(2);
        assertThat(list(filter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(one.code().toString()),
                        0)))
                .hasSize(1);
        assertThat(list(filter(Optional.empty(), Optional.empty(), Optional.of("100%"), 0)))
                .isEmpty();
        assertThat(list(filter(Optional.empty(), Optional.empty(), Optional.empty(), 1)))
                .extracting(DossierRow::code)
                .containsExactly(other.code());
        assertThat(fixture.dossiers.fields(AGENCY)).containsExactly("Hộ tịch");
    }

    @Test
    void keepsAgenciesApart() {
        Dossier dossier = due(27);

        assertThat(fixture.dossiers.find("SYT2", dossier.code().toString())).isEmpty();
        assertThat(fixture.dossiers.page("SYT2", DossierFilter.of(DossierView.OPEN), NOW, Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void tellsTheCalendarWhichDueDatesItMayMove() {
        Dossier counted = fixture.receive(RECEIVED);
        due(30);

        assertThat(fixture.running.openBetween(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 24)))
                .singleElement()
                .satisfies(open ->
                        assertThat(open.subject()).isEqualTo(counted.code().toString()));
        assertThat(fixture.running.openBetween(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 5)))
                .isEmpty();
        fixture.finished(counted, NOW);
        assertThat(fixture.running.openBetween(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 24)))
                .isEmpty();
    }

    private DossierFilter filter(
            Optional<DossierStatus> status, Optional<String> field, Optional<String> words, int december) {
        Optional<LocalDate> from = december == 0 ? Optional.empty() : Optional.of(LocalDate.of(2026, 12, december));
        return new DossierFilter(DossierView.OPEN, status, field, words, from, Optional.empty());
    }

    private List<DossierRow> list(DossierFilter filter) {
        return fixture.dossiers.page(AGENCY, filter, NOW, Optional.empty(), 100);
    }

    private static List<Integer> days(List<DossierRow> rows) {
        return rows.stream().map(row -> row.dueAt().getDayOfMonth()).toList();
    }

    private Dossier due(int november) {
        return due(LocalDate.of(2026, 11, november));
    }

    private Dossier dueInDecember(int december) {
        return due(LocalDate.of(2026, 12, december));
    }

    private Dossier due(LocalDate day) {
        return fixture.desk.receive(
                SomeProcedures.EXTRACT,
                DeskFixture.submission(),
                fixture.desk.setByHand(SomeProcedures.EXTRACT, DossierChannel.DIRECT, day, "thử"),
                DeskFixture.doer(RECEIVED, ""));
    }
}
