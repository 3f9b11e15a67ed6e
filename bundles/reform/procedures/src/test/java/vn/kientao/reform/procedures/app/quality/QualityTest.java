package vn.kientao.reform.procedures.app.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.text.Formats;
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
import vn.kientao.reform.procedures.store.rating.RatingWriter;

@OnEachDatabase("procedures")
class QualityTest {
    private static final Period OCTOBER = Period.month(YearMonth.of(2026, 10));
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 30, 9, 0);

    private final Database database;
    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private final Migrations migrations;
    private final Quality quality;

    QualityTest(Database database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
        this.quality = qualityAt(NOW);
    }

    private Quality qualityAt(LocalDateTime now) {
        Clock clock = Clock.fixed(now.atZone(Formats.ZONE).toInstant(), Formats.ZONE);
        return new Quality(database, audit, clock, ProcedureTables.of(migrations, FolderScripts.ofModule()));
    }

    @BeforeEach
    void settle() {
        database.write(handle -> {
            handle.execute(
                    "UPDATE procedures.quality_setting SET setting_value = '1' WHERE name = 'class-least-dossiers'");
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
        // 1.0 + 1.0 + 1.7 + 2.0 + 1.0 + 2.0 + 1.0 of seven indices, stretched to nine; no petition gives index 8 all.
        assertThat(score.card().total()).contains(new BigDecimal("12.5"));
        assertThat(score.rating()).map(rating -> rating.name().vi()).contains("Tốt");
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
        quality.choose(new Quality.Choice(EmptyIndex.ZERO, 1, 50), LocalDate.of(2026, 10, 1), "Quy chế 05", entry("s"));

        assertThat(quality.published(YearMonth.of(2026, 10))).containsExactly(first);
        assertThat(first.total()).isEqualTo(Optional.of(new BigDecimal("12.5")));
        assertThat(first.indices())
                .filteredOn(index -> index.index() == QualityIndex.CONTACTS)
                .extracting(PublishedScore.Index::points, PublishedScore.Index::dossiers)
                .containsExactly(tuple(5L, 3L));
        assertThat(quality.newestPublished()).contains(YearMonth.of(2026, 10));

        PublishedScore second =
                quality.publish("STP2", "department", YearMonth.of(2026, 10), "truong", NOW, entry("p"));
        assertThat(second.total())
                .isEqualTo(quality.body("STP2", "department", OCTOBER).card().total())
                .contains(new BigDecimal("9.7"));
        assertThat(quality.publishedOf("STP2", 12)).containsExactly(second);
    }

    @Test
    void takesFromRatingsHowManyBodiesOneHadToGoToAndWhetherInformationWasRight() {
        database.write(handle -> {
            rate(handle, "lan", 1, day(25), "bodies", 5);
            rate(handle, "lan", 2, day(25), "bodies", 3);
            rate(handle, "minh", 3, day(31), "information", 1);
            // What events of dossiers say already is not counted twice, and November is another month.
            rate(handle, "minh", 4, day(25), "time", 1);
            rate(handle, "hoa", 5, day(31).plusDays(1), "bodies", 1);
            return handle;
        });

        BodyScore score = quality.body("STP2", "department", OCTOBER);

        assertThat(score.card().of(QualityIndex.BODIES)).isEqualTo(new Points(1, 1, 0));
        assertThat(score.card().of(QualityIndex.PUBLICITY)).isEqualTo(new Points(0, 0, 1));
        assertThat(score.card().of(QualityIndex.TOTAL_TIME)).isEqualTo(new Points(1, 1, 1));
        assertThat(quality.officers("STP2", OCTOBER).get(0).card().of(QualityIndex.BODIES))
                .isEqualTo(new Points(1, 1, 0));
        assertThat(quality.officers("STP2", OCTOBER).get(1).card().of(QualityIndex.BODIES))
                .isEqualTo(Points.NOTHING);
    }

    @Test
    void takesFromPetitionsWhetherTheyWereAnsweredInTimeAndWhetherOneLasts() {
        database.write(handle -> {
            for (int number = 1; number <= 9; number++) {
                SomePetitions.ended(handle, "STP2", "k" + number, "ANSWERED", day(20), day(10));
            }
            SomePetitions.ended(handle, "STP2", "late", "ANSWERED", day(20), day(21));
            // Neither another month's nor another agency's.
            SomePetitions.ended(handle, "STP2", "before", "ANSWERED", day(1).minusDays(9), day(1).minusDays(5));
            SomePetitions.ended(handle, "SYT2", "else", "ANSWERED", day(20), day(25));
            return handle;
        });
        assertThat(quality.body("STP2", "department", OCTOBER).card().of(QualityIndex.PETITIONS))
                .isEqualTo(Points.once(1));
        assertThat(quality.body("SYT2", "department", OCTOBER).card().of(QualityIndex.PETITIONS))
                .isEqualTo(Points.once(0));

        // Answered in November only: it lasts at the end of October.
        database.write(handle -> {
            SomePetitions.ended(handle, "STP2", "lasting", "ANSWERED", day(30), day(31).plusDays(4));
            return handle;
        });
        assertThat(quality.body("STP2", "department", OCTOBER).card().of(QualityIndex.PETITIONS))
                .isEqualTo(Points.once(0));
        assertThat(quality.body("PAX", "department", OCTOBER).card().of(QualityIndex.PETITIONS))
                .as("no work, no score")
                .isEqualTo(Points.NOTHING);
    }

    /** Seen on 12 October: what is due on the 20th and not answered yet is no fault so far. */
    @Test
    void doesNotHoldAgainstAnAgencyWhatIsNotDueYet() {
        database.write(handle -> {
            SomePetitions.ended(handle, "STP2", "answered", "ANSWERED", day(10), day(9));
            SomePetitions.open(handle, "STP2", "open", day(20));
            return handle;
        });
        assertThat(qualityAt(day(12).atTime(9, 0))
                        .body("STP2", "department", OCTOBER)
                        .card()
                        .of(QualityIndex.PETITIONS))
                .isEqualTo(Points.once(2));
        assertThat(qualityAt(day(21).atTime(9, 0))
                        .body("STP2", "department", OCTOBER)
                        .card()
                        .of(QualityIndex.PETITIONS))
                .isEqualTo(Points.once(0));
    }

    @Test
    void classesNobodyWhoSettledTooLittle() {
        AuditEntry note = entry("procedures.quality-setting");
        quality.choose(new Quality.Choice(EmptyIndex.LEAVE_OUT, 3, 50), day(1), "QĐ 1", note);
        assertThat(quality.body("STP2", "department", OCTOBER).rating()).isPresent();
        assertThat(quality.officers("STP2", OCTOBER))
                .allMatch(officer -> officer.rating().isEmpty());

        quality.choose(new Quality.Choice(EmptyIndex.LEAVE_OUT, 4, 50), day(1), "QĐ 2", note);
        assertThat(quality.body("STP2", "department", OCTOBER).rating()).isEmpty();
        PublishedScore published =
                quality.publish("STP2", "department", YearMonth.of(2026, 10), "truong", NOW, entry("publish"));
        assertThat(published.className().vi()).isEqualTo("Chưa đủ dữ liệu");
        assertThat(published.className().en()).isEqualTo("Not enough data yet");
    }

    private static void rate(Handle handle, String officer, int number, LocalDate day, String question, int level) {
        LocalDateTime at = day.atTime(9, 0);
        long dossier = handle.createQuery(
                        "SELECT dossier_id FROM procedures.dossier_span WHERE ended = TRUE AND lasting = TRUE"
                                + " AND received_by = ? ORDER BY from_at, dossier_id")
                .bind(0, officer)
                .map((row, context) -> row.getLong("dossier_id"))
                .list()
                .get(number % 2 == 0 && !officer.equals("hoa") ? 1 : 0);
        long rating = handle.createUpdate(
                        "INSERT INTO procedures.rating (version, dossier_id, agency_code, dossier_code, procedure_name,"
                                + " rated_at, newest_key, overall, remark, hidden)"
                                + " VALUES (1, ?, 'STP2', 'c', 'p', ?, ?, 5, '', FALSE)")
                .bind(0, dossier)
                .bind(1, at)
                .bind(2, -RatingWriter.from(at) - number)
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
        handle.execute(
                "INSERT INTO procedures.rating_answer (rating_id, question_id, level_no)"
                        + " SELECT ?, id, ? FROM procedures.rating_question WHERE code = ?",
                rating,
                level,
                question);
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
