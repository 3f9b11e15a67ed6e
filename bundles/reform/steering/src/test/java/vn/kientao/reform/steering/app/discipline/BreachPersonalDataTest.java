package vn.kientao.reform.steering.app.discipline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.privacy.DataSubject;
import vn.kientao.platform.api.privacy.PersonalRecord;
import vn.kientao.platform.api.privacy.RetentionSource.Scope;
import vn.kientao.platform.api.privacy.Treatment;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Circumstances;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.steering.app.obstacle.ObstacleBench;
import vn.kientao.reform.steering.domain.discipline.Breach;
import vn.kientao.reform.steering.domain.discipline.BreachAction;
import vn.kientao.reform.steering.domain.discipline.BreachEvent;
import vn.kientao.reform.steering.domain.discipline.BreachKind;
import vn.kientao.reform.steering.domain.discipline.Followed;
import vn.kientao.reform.steering.domain.discipline.NewBreach;

@OnEachDatabase("steering")
class BreachPersonalDataTest {
    private static final DataSubject AN = new DataSubject("Trần Văn An", "", "", "");
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 12, 15, 9, 0);

    private final Database database;
    private final Discipline discipline;
    private final BreachPersonalData personal;
    private final BreachRetention retention;

    BreachPersonalDataTest(Database database, Migrations migrations) {
        this.database = database;
        ObstacleBench bench = new ObstacleBench(database, migrations);
        discipline = new Discipline(database, bench.audit, bench.province, bench.tables);
        personal = new BreachPersonalData(database, bench.tables);
        retention = new BreachRetention(database, bench.tables);
    }

    @Test
    void isFoundByNameInTheAgencyAndKeptWhileItIsHandled() {
        Breach breach = record();

        assertThat(personal.find("STP2", AN, 10)).extracting(PersonalRecord::id).containsExactly(breach.code());
        assertThat(personal.find("SNV2", AN, 10)).isEmpty();
        assertThat(personal.find("STP2", new DataSubject("", "", "", ""), 10)).isEmpty();
        assertThat(erase(breach).outcome()).isEqualTo(Treatment.Outcome.KEPT);
        assertThat(name(breach)).isEqualTo("Trần Văn An");
    }

    @Test
    void aClosedOneIsMadeAnonymousAndStillCounts() {
        Breach breach = closed();

        assertThat(erase(breach).outcome()).isEqualTo(Treatment.Outcome.PARTLY);

        Discipline.View view = discipline.find(breach.code()).orElseThrow();
        assertThat(view.breach().what().person()).isEmpty();
        assertThat(view.breach().outcome().note()).isEmpty();
        assertThat(view.breach().outcome().followed()).isEqualTo(Followed.REMINDER);
        assertThat(view.events()).extracting(BreachEvent::note).containsOnly("");
    }

    @Test
    void aNameIsCorrectedAndAnotherFieldIsNot() {
        Breach breach = record();
        database.write(handle -> personal.rectify(handle, "STP2", breach.code(), Map.of("person", "Trần Văn Ân")));
        assertThat(name(breach)).isEqualTo("Trần Văn Ân");
        assertThatThrownBy(() ->
                        database.write(handle -> personal.rectify(handle, "STP2", breach.code(), Map.of("duty", "x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("duty");
    }

    @Test
    void namesGoWhenTheirTimeIsOverUnlessTheyAreOnHold() {
        Breach breach = closed();
        Instant later = Instant.parse("2032-01-01T00:00:00Z");

        assertThat(retention.due(BreachRetention.RULE, new Scope(later, Set.of(breach.code()))))
                .isZero();
        assertThat(retention.due(BreachRetention.RULE, new Scope(Instant.parse("2026-01-01T00:00:00Z"), Set.of())))
                .isZero();
        Scope scope = new Scope(later, Set.of());
        assertThat(retention.due(BreachRetention.RULE, scope)).isEqualTo(1);
        assertThat(database.<Integer>write(handle -> retention.apply(handle, BreachRetention.RULE, scope, 10)))
                .isEqualTo(1);
        assertThat(name(breach)).isEmpty();
        assertThat(retention.due(BreachRetention.RULE, scope)).isZero();
    }

    @Test
    void thePostgresqlDatabaseItselfHidesItFromOtherAgencies() {
        Breach breach = record();
        Circumstances other = new Circumstances(
                new Actor("x", "X", Set.of(), Map.of()), "", "", Optional.of("SNV2"), Optional.empty());
        boolean wall = database.read(handle -> handle.queryMetadata(java.sql.DatabaseMetaData::getDatabaseProductName))
                .contains("PostgreSQL");
        try (Circumstances.Scope scope = other.enter()) {
            assertThat(scope).isNotNull();
            assertThat(discipline.find(breach.code()).isEmpty()).isEqualTo(wall);
        }
    }

    private Treatment erase(Breach breach) {
        return database.write(handle -> personal.erase(handle, "STP2", breach.code()));
    }

    private String name(Breach breach) {
        return discipline.find(breach.code()).orElseThrow().breach().what().person();
    }

    private Breach record() {
        return discipline.record(
                new NewBreach(
                        "STP2",
                        BreachKind.LATE_REPORT,
                        "",
                        "Báo cáo quý",
                        LocalDate.of(2026, 12, 10),
                        5,
                        "Trần Văn An"),
                Optional.empty(),
                ObstacleBench.act("STP2", NOW));
    }

    private Breach closed() {
        Breach breach = record();
        return discipline.act(
                breach,
                new Discipline.Step(
                        BreachAction.CLOSE,
                        "Đã nhắc anh An",
                        new Breach.Outcome(Followed.REMINDER, Optional.of(NOW.toLocalDate()), "", "Đã nhắc anh An")),
                ObstacleBench.act("STP2", NOW));
    }
}
