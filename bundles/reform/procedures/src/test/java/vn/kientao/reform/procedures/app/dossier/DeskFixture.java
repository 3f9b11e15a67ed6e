package vn.kientao.reform.procedures.app.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.event.ModuleEvent;
import vn.kientao.platform.api.event.ModuleEvents;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.time.CalendarDay;
import vn.kientao.platform.directory.domain.DeadlineCalculator;
import vn.kientao.platform.directory.domain.ExceptionalDay;
import vn.kientao.platform.directory.domain.LegalCalendar;
import vn.kientao.platform.directory.domain.OfficeHours;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.reform.procedures.app.attachment.IntakeScans;
import vn.kientao.reform.procedures.app.returning.ReturningCitizens;
import vn.kientao.reform.procedures.domain.dossier.Applicant;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.dossier.DossierResult;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;
import vn.kientao.reform.procedures.domain.dossier.Submission;
import vn.kientao.reform.procedures.store.ProcedureTables;

/** A desk on a real database, with a calendar on which 24/11/2026 is a holiday. */
public final class DeskFixture {
    public static final String AGENCY = "STP2";
    /** A Friday. */
    public static final LocalDateTime RECEIVED = LocalDateTime.of(2026, 11, 20, 8, 15);

    public final LegalCalendar calendar = LegalCalendar.of(List.of(new ExceptionalDay(
            LocalDate.of(2026, 11, 24),
            CalendarDay.Kind.HOLIDAY,
            new LocalText("Ngày nghỉ thử", "Trial holiday"),
            "trial")));
    /** What others were told. */
    public final List<ModuleEvent> told = new ArrayList<>();

    public final ModuleEvents events = (transaction, event) -> told.add(event);

    public final RecordingAuditTrail audit = new RecordingAuditTrail();
    public final Dossiers dossiers;
    public final DossierDesk desk;
    public final DossierProgress progress;
    public final DossierTracking tracking;
    public final RunningDossiers running;
    public final ReturningCitizens returning;
    public final IntakeScans scans;

    public DeskFixture(Database database, Migrations migrations) {
        DeadlineCalculator calculator = new DeadlineCalculator(calendar, OfficeHours.parse("07:00-11:30,13:30-17:00"));
        ProcedureTables tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        desk = new DossierDesk(database, calculator::due, calendar, audit, tables);
        dossiers = new Dossiers(database, calendar, audit, tables);
        progress = new DossierProgress(database, calculator::due, calendar, audit, events, tables);
        tracking = new DossierTracking(database, tables);
        returning = new ReturningCitizens(database, audit, tables);
        scans = new IntakeScans(database, audit, tables);
        running = new RunningDossiers(database, calculator::due, audit, tables);
    }

    public static Doer doer(LocalDateTime at, String onceKey) {
        return new Doer(
                AGENCY,
                "lan",
                "Nguyễn Thị Lan",
                at,
                Optional.of(onceKey).filter(key -> !key.isEmpty()),
                (action, type, id, detail) ->
                        new AuditEntry("lan", Optional.of(AGENCY), "procedures", action, type, id, detail, "r1"));
    }

    public static Submission submission() {
        return submission("Nguyễn Thị An");
    }

    public static Submission submission(String name) {
        return new Submission(
                DossierChannel.DIRECT,
                new Applicant(Applicant.Kind.CITIZEN, name, "096123456789", "Phường An Xuyên", "0913123456", ""),
                Optional.empty(),
                "Cấp 2 bản sao trích lục khai sinh",
                1,
                DossierChannel.DIRECT,
                List.of(
                        new ReceivedPaper("Tờ khai", 1, 0, 0, true),
                        new ReceivedPaper("Văn bản uỷ quyền (nếu có)", 0, 0, 0, false)));
    }

    public Appointment appointment(LocalDateTime received) {
        return desk.appointment(SomeProcedures.EXTRACT, DossierChannel.DIRECT, received)
                .orElseThrow();
    }

    public Dossier receive(LocalDateTime at) {
        return receive(at, "");
    }

    public Dossier receive(LocalDateTime at, String onceKey) {
        return desk.receive(SomeProcedures.EXTRACT, submission(), appointment(at), doer(at, onceKey));
    }

    /** The dossier as it stands now. */
    public Dossier again(Dossier dossier) {
        return dossiers.find(AGENCY, dossier.code().toString()).orElseThrow();
    }

    public Dossier finished(Dossier dossier, LocalDateTime at) {
        DossierResult result = new DossierResult("07/TLHT", "Bản sao trích lục", "Lê Văn Minh", at.toLocalDate());
        progress.finish(again(dossier), result, "", doer(at, ""));
        return again(dossier);
    }
}
