package vn.kientao.reform.procedures.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.indicator.IndicatorValue;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.reform.procedures.app.report.Histories.Step;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.report.Measure;
import vn.kientao.reform.procedures.domain.report.Narrowing;
import vn.kientao.reform.procedures.domain.report.ReportedDossier;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.domain.report.ShareKind;
import vn.kientao.reform.procedures.domain.report.Trait;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.report.DossierSpans;

@OnEachDatabase("procedures")
class SharesTest {
    private static final Period OCTOBER = Period.month(YearMonth.of(2026, 10));
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 30, 9, 0);

    private final Database database;
    private final Reports reports;

    SharesTest(Database database, Migrations migrations) {
        this.database = database;
        reports = new Reports(
                database, new RecordingAuditTrail(), ProcedureTables.of(migrations, FolderScripts.ofModule()));
    }

    @BeforeEach
    void live() {
        database.write(handle -> {
            Histories lives = new Histories(handle);
            long online = settled(lives, 2, 19);
            papers(handle, online, 1, 2);
            duty(handle, online, 2);
            handle.execute("UPDATE procedures.dossier SET result_by = 2 WHERE id = ?", online);
            long half = settled(lives, 1, 20);
            papers(handle, half, 1, 0);
            duty(handle, half, 1);
            long scanned = settled(lives, 1, 21);
            papers(handle, scanned, 1, 1);
            long wanted = settled(lives, 1, 19);
            handle.execute(
                    "UPDATE procedures.dossier SET result_by = 2, result_electronic = FALSE WHERE id = ?", wanted);
            handle.execute("UPDATE procedures.dossier SET result_electronic = TRUE WHERE id = ?", scanned);
            lives.live(
                    "STP2",
                    "Hộ tịch",
                    1,
                    day(20).atTime(17, 0),
                    List.of(
                            new Step(day(2).atTime(9, 0), DossierStatus.RECEIVED),
                            new Step(day(3).atTime(9, 0), DossierStatus.WITHDRAWN)));
            lives.live(
                    "SYT2",
                    "Y tế",
                    2,
                    day(20).atTime(17, 0),
                    List.of(new Step(day(2).atTime(9, 0), DossierStatus.RECEIVED)));
            return lives;
        });
    }

    @Test
    void countWhatDossiersArePapersAndPaymentsSay() {
        assertThat(reports.shares(query(Narrowing.NONE)))
                .containsEntry(ShareKind.ON_TIME, new Share(4, 5))
                .containsEntry(ShareKind.ONLINE, new Share(1, 5))
                .containsEntry(ShareKind.DIGITISED, new Share(2, 5))
                .containsEntry(ShareKind.RE_USED, new Share(1, 5))
                // Issued electronically, and one of which nobody has said and which was wanted so; one was only wanted.
                .containsEntry(ShareKind.E_RESULTS, new Share(2, 4))
                .containsEntry(ShareKind.PAID_ONLINE, new Share(1, 2));
        Period september = Period.month(YearMonth.of(2026, 9));
        assertThat(reports.shares(new ReportQuery(Optional.of("STP2"), Optional.empty(), september, NOW)))
                .containsEntry(ShareKind.DIGITISED, new Share(0, 0))
                .containsEntry(ShareKind.PAID_ONLINE, new Share(0, 0));
    }

    @Test
    void leadToAsManyDossiersAsTheyCount() {
        Map<ShareKind, Share> shares = reports.shares(query(Narrowing.NONE));
        for (ShareKind kind : ShareKind.values()) {
            Share share = shares.get(kind);
            assertThat(behind(kind, kind.whole(), kind.wholeTrait()))
                    .as("below %s", kind)
                    .hasSize((int) share.whole());
            assertThat(behind(kind, kind.part(), kind.partTrait()))
                    .as("above %s", kind)
                    .hasSize((int) share.part());
        }
    }

    @Test
    void areOfferedToOthersWithTheirLists() {
        ProcedureIndicators indicators = new ProcedureIndicators(
                reports, Clock.fixed(NOW.atZone(Formats.ZONE).toInstant(), Formats.ZONE));
        List<String> codes = indicators.indicators().stream()
                .filter(indicator -> indicator.numerator().isPresent())
                .map(indicator -> indicator.code())
                .toList();

        List<IndicatorValue> values = indicators.values(codes, "STP2", OCTOBER);

        assertThat(codes)
                .contains(
                        "procedures.on-time",
                        "procedures.paid-online",
                        "procedures.digitised",
                        "procedures.re-used",
                        "procedures.e-results");
        assertThat(values)
                .filteredOn(value -> value.code().equals("procedures.paid-online"))
                .singleElement()
                .satisfies(value -> {
                    assertThat(value.value().orElseThrow()).isEqualByComparingTo("50.00");
                    assertThat(value.address())
                            .contains("/STP2/procedures/reports/dossiers?period=free&from=2026-10-01&to=2026-10-31"
                                    + "&measure=settled&result=1&trait=paid-online");
                });
    }

    private List<ReportedDossier> behind(ShareKind kind, Measure measure, Optional<Trait> trait) {
        ReportQuery query = query(new Narrowing(Optional.empty(), Optional.empty(), kind.ofResults(), trait));
        List<ReportedDossier> all = new ArrayList<>();
        Optional<ReportedDossier.Key> after = Optional.empty();
        List<ReportedDossier> page;
        do {
            page = reports.dossiers(query, measure, after, 2);
            all.addAll(page);
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).key());
        } while (!page.isEmpty());
        return all;
    }

    private static ReportQuery query(Narrowing narrowing) {
        return new ReportQuery(Optional.of("STP2"), Optional.empty(), OCTOBER, NOW, narrowing);
    }

    private static long settled(Histories lives, int channel, int day) {
        return lives.live(
                "STP2",
                "Hộ tịch",
                channel,
                day(20).atTime(17, 0),
                List.of(
                        new Step(day(2).atTime(9, 0), DossierStatus.RECEIVED),
                        new Step(day(day).atTime(9, 0), DossierStatus.FINISHED)));
    }

    private static void papers(Handle handle, long dossier, int... digital) {
        for (int place = 0; place < digital.length; place++) {
            handle.execute(
                    "INSERT INTO procedures.dossier_paper (dossier_id, place, name, originals, certified, copies, received,"
                            + " digital) VALUES (?, ?, 'Tờ khai', 1, 0, 0, TRUE, ?)",
                    dossier,
                    place,
                    digital[place]);
        }
        handle.execute(
                "INSERT INTO procedures.dossier_paper (dossier_id, place, name, originals, certified, copies, received)"
                        + " VALUES (?, 9, 'Không nộp', 0, 0, 0, FALSE)",
                dossier);
        new DossierSpans().papersChanged(handle, dossier);
    }

    private static void duty(Handle handle, long dossier, int channel) {
        handle.execute(
                "INSERT INTO procedures.dossier_duty (dossier_id, number, what, amount, document, asked_at, paid_at,"
                        + " paid_amount, channel) VALUES (?, 1, 'Lệ phí', 8000, '', ?, ?, 8000, ?)",
                dossier,
                day(3).atTime(9, 0),
                day(4).atTime(9, 0),
                channel);
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 10, day);
    }
}
