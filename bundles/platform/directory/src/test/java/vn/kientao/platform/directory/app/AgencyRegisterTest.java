package vn.kientao.platform.directory.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.time.CalendarDay;
import vn.kientao.platform.directory.store.DirectoryStore;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordingAuditTrail;

@OnEachDatabase("directory")
class AgencyRegisterTest {
    private final Database database;
    private final Migrations migrations;
    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private final DirectoryStore store;
    private final AgencyRegister agencies;

    AgencyRegisterTest(Database database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
        this.store = DirectoryStore.of(database, migrations, FolderScripts.ofModule());
        this.agencies = new AgencyRegister(store, new FirstData(store, audit, true));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void knowsTheDemonstrationInTodaysStructureAndItsHistory() {
        LocalDate today = LocalDate.of(2026, 11, 23);

        assertThat(agencies.all()).hasSize(58);
        assertThat(agencies.on(today))
                .extracting(Agency::code)
                .contains("UBND-CM2", "STP2", "P-AX")
                .doesNotContain("STP");
        assertThat(agencies.on(LocalDate.of(2022, 5, 1)))
                .extracting(Agency::code)
                .contains("STP", "SNV", "H-TVT")
                .doesNotContain("STP2");
        assertThat(agencies.find("SLDTBXH").orElseThrow().successors()).containsExactly("SNV1", "SYT");
        assertThat(agencies.find("NOPE")).isEmpty();
    }

    @Test
    void ordersByNameAsVietnameseDictionariesDo() {
        assertThat(agencies.on(LocalDate.of(2026, 11, 23)))
                .extracting(agency -> agency.name().vi())
                .startsWith("Ban Quản lý Khu kinh tế", "Sở Công Thương", "Sở Dân tộc và Tôn giáo");
    }

    @Test
    void fillsEmptyTablesOnceAndSaysSo() {
        new FirstData(store, audit, true);

        assertThat(audit.actions()).containsExactly("directory.fill", "directory.fill");
    }

    @Test
    void shipsTheLegalCalendarEvenWithoutTheDemonstration(Database other) {
        assertThat(new CurrentCalendar(store, new FirstData(store, audit, false)).on(LocalDate.of(2026, 8, 22)))
                .extracting(CalendarDay::kind)
                .isEqualTo(CalendarDay.Kind.SWAP_WORKING);
    }

    @Test
    void followsAChangeMadeByAnotherNodeWithinASecond() {
        DirectoryStore otherNode = DirectoryStore.of(database, migrations, FolderScripts.ofModule());
        try {
            otherNode.change(
                    handle -> handle.execute("UPDATE directory.agency SET name_vi = 'Sở Khác' WHERE code = 'STP2'"));

            assertThat(otherNode
                            .picture()
                            .agency("STP2")
                            .orElseThrow()
                            .agency()
                            .name()
                            .vi())
                    .isEqualTo("Sở Khác");
            assertThat(becomesTrue(() ->
                            agencies.find("STP2").orElseThrow().name().vi().equals("Sở Khác")))
                    .isTrue();
        } finally {
            otherNode.close();
        }
    }

    private static boolean becomesTrue(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(1));
        while (Instant.now().isBefore(end)) {
            if (condition.getAsBoolean()) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }
}
