package vn.kientao.reform.procedures.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.event.ModuleEvent;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.report.Histories.Step;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.store.ProcedureTables;

@OnEachDatabase("procedures")
class DossierNewsTest {
    private final Database database;
    private final List<ModuleEvent> events = new ArrayList<>();
    private final DossierNews news;

    DossierNewsTest(Database database, Migrations migrations) {
        this.database = database;
        ProcedureTables.of(migrations, FolderScripts.ofModule());
        this.news = new DossierNews(
                database, (transaction, event) -> events.add(event), FixedClock.at("2026-11-23T09:00:00"));
    }

    @AfterEach
    void close() {
        news.close();
    }

    @BeforeEach
    void live() {
        database.write(handle -> {
            Histories lives = new Histories(handle);
            lives.live(
                    "STP2",
                    "Hộ tịch",
                    1,
                    day(20).atTime(17, 0),
                    List.of(
                            at(2, DossierStatus.RECEIVED),
                            at(21, DossierStatus.FINISHED),
                            at(22, DossierStatus.HANDED_OVER)));
            lives.live("STP2", "Hộ tịch", 1, day(22).atTime(17, 0), List.of(at(2, DossierStatus.RECEIVED)));
            lives.live("STP2", "Hộ tịch", 1, day(24).atTime(17, 0), List.of(at(2, DossierStatus.RECEIVED)));
            return lives;
        });
    }

    @Test
    void tellsOnceWhatEndedAndWhatBecameOverdue() {
        news.tell();
        news.tell();

        assertThat(events)
                .extracting(event -> event.type() + " " + event.subject() + " " + event.detail())
                .containsExactly(
                        "procedures.settled STP2-1000001 {\"due\":\"2026-11-20T17:00\",\"late\":true}",
                        "procedures.overdue STP2-1000002 {\"due\":\"2026-11-22T17:00\",\"late\":true}");
        assertThat(events)
                .allMatch(event -> event.agency().filter("STP2"::equals).isPresent());
    }

    private static LocalDate day(int day) {
        return LocalDateTime.of(2026, 11, day, 0, 0).toLocalDate();
    }

    private static Step at(int day, DossierStatus status) {
        return new Step(LocalDateTime.of(2026, 11, day, 8, 0), status);
    }
}
