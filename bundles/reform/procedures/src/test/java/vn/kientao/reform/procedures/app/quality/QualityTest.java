package vn.kientao.reform.procedures.app.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.reform.procedures.app.report.Histories;
import vn.kientao.reform.procedures.app.report.Histories.Step;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.quality.EmptyIndex;
import vn.kientao.reform.procedures.domain.quality.Points;
import vn.kientao.reform.procedures.domain.quality.PublishedScore;
import vn.kientao.reform.procedures.domain.quality.QualityEntry;
import vn.kientao.reform.procedures.domain.quality.QualityIndex;
import vn.kientao.reform.procedures.store.ProcedureTables;

@OnEachDatabase("procedures")
class QualityTest {
    private static final Period OCTOBER = Period.month(YearMonth.of(2026, 10));
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 30, 9, 0);

    private final Database database;
    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private final Quality quality;

    QualityTest(Database database, Migrations migrations) {
        this.database = database;
        this.quality = new Quality(database, audit, ProcedureTables.of(migrations, FolderScripts.ofModule()));
    }

    @BeforeEach
    void settle() {
        database.write(handle -> {
            Histories lives = new Histories(handle);
            LocalDateTime due = day(20).atTime(17, 0);
            lives.live(
                    "STP2",
                    "Hộ tịch",
                    1,
                    due,
                    List.of(at(2, DossierStatus.RECEIVED), at(19, DossierStatus.FINISHED)),
                    "lan");
            lives.live(
                    "STP2",
                    "Hộ tịch",
                    2,
                    due,
                    List.of(at(2, DossierStatus.RECEIVED), at(20, DossierStatus.FINISHED)),
                    "lan");
            lives.live(
                    "STP2",
                    "Hộ tịch",
                    1,
                    due,
                    List.of(
                            at(2, DossierStatus.RECEIVED),
                            at(3, DossierStatus.PROCESSING),
                            at(4, DossierStatus.SUPPLEMENT_ASKED),
                            at(6, DossierStatus.PROCESSING),
                            at(21, DossierStatus.FINISHED)),
                    "minh");
            lives.live(
                    "STP2",
                    "Hộ tịch",
                    1,
                    due,
                    List.of(at(2, DossierStatus.RECEIVED), at(3, DossierStatus.WITHDRAWN)),
                    "minh");
            lives.live(
                    "SYT2",
                    "Y tế",
                    1,
                    due,
                    List.of(at(2, DossierStatus.RECEIVED), at(3, DossierStatus.FINISHED)),
                    "hoa");
            return lives;
        });
    }

    @Test
    void scoresABodyByItsNineIndices() {
        BodyScore score = quality.body("STP2", "department", OCTOBER);

        assertThat(score.card().of(QualityIndex.TOTAL_TIME)).isEqualTo(new Points(1, 1, 1));
        assertThat(score.card().of(QualityIndex.CONTACTS)).isEqualTo(new Points(2, 1, 0));
        assertThat(score.facts().onTheSpot().part()).isEqualTo(2);
        assertThat(score.card().of(QualityIndex.ON_THE_SPOT)).isEqualTo(Points.once(2));
        // One of four dossiers came online, none of them late: between 15 and 30 %.
        assertThat(score.card().of(QualityIndex.ONLINE)).isEqualTo(Points.once(1));
        assertThat(score.inTime().part()).isEqualTo(2);
        assertThat(score.inTime().whole()).isEqualTo(3);
        // 1.0 + 1.0 + 1.7 + 2.0 + 1.0 + 1.0 of six indices, stretched to nine.
        assertThat(score.card().total()).contains(new BigDecimal("11.6"));
        assertThat(score.rating()).map(rating -> rating.name().vi()).contains("Khá");
    }

    @Test
    void scoresEachOfficerWhoReceivedOrSettled() {
        List<OfficerScore> officers = quality.officers("STP2", OCTOBER);

        assertThat(officers).extracting(OfficerScore::account).containsExactly("lan", "minh");
        assertThat(officers.get(0).card().of(QualityIndex.TOTAL_TIME)).isEqualTo(new Points(1, 1, 0));
        assertThat(officers.get(1).card().of(QualityIndex.TOTAL_TIME)).isEqualTo(new Points(0, 0, 1));
        assertThat(officers.get(1).rating()).map(rating -> rating.name().vi()).contains("Hoàn thành dưới 70% nhiệm vụ");
    }

    @Test
    void addsWhatPeopleFoundOnceWithItsAuditEntry() {
        QualityEntry complaint = new QualityEntry(
                "minh", QualityIndex.ATTITUDE, day(25), new Points(0, 0, 1), "Biên bản 03", "truong", NOW);
        quality.enter("STP2", complaint, Optional.of("truong k1"), entry("procedures.quality-entry"));
        quality.enter("STP2", complaint, Optional.of("truong k1"), entry("procedures.quality-entry"));

        assertThat(quality.body("STP2", "department", OCTOBER).card().of(QualityIndex.ATTITUDE))
                .isEqualTo(new Points(1, 1, 2));
        assertThat(quality.officers("STP2", OCTOBER).get(1).card().of(QualityIndex.ATTITUDE))
                .isEqualTo(new Points(0, 0, 2));
        assertThat(audit.actions()).containsExactly("procedures.quality-entry");
    }

    @Test
    void publishesJustTheNumbersThatStaffSee() {
        PublishedScore first = quality.publish("STP2", "department", YearMonth.of(2026, 10), "truong", NOW, entry("p"));
        quality.setEmptyIndex(EmptyIndex.ZERO, LocalDate.of(2026, 10, 1), "Quy chế 05", entry("s"));

        assertThat(quality.published(YearMonth.of(2026, 10))).containsExactly(first);
        assertThat(first.total()).isEqualTo(Optional.of(new BigDecimal("11.6")));
        assertThat(first.indices())
                .filteredOn(index -> index.index() == QualityIndex.CONTACTS)
                .extracting(PublishedScore.Index::points, PublishedScore.Index::dossiers)
                .containsExactly(tuple(5L, 3L));
        assertThat(quality.newestPublished()).contains(YearMonth.of(2026, 10));

        PublishedScore second =
                quality.publish("STP2", "department", YearMonth.of(2026, 10), "truong", NOW, entry("p"));
        assertThat(second.total())
                .isEqualTo(quality.body("STP2", "department", OCTOBER).card().total())
                .contains(new BigDecimal("7.7"));
        assertThat(quality.publishedOf("STP2", 12)).containsExactly(second);
    }

    @Test
    void asksMoreOfACommune() {
        assertThat(quality.body("STP2", "commune", OCTOBER).card().of(QualityIndex.ON_THE_SPOT))
                .isEqualTo(Points.once(1));
    }

    private static AuditEntry entry(String action) {
        return new AuditEntry("truong", Optional.of("STP2"), "procedures", action, "quality", "STP2", "", "r1");
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 10, day);
    }

    private static Step at(int day, DossierStatus status) {
        return new Step(day(day).atTime(8, 0), status);
    }
}
