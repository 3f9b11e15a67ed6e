package vn.kientao.reform.steering.app.inspection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.event.ModuleEvent;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.reform.steering.Province;
import vn.kientao.reform.steering.app.file.Files;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.inspection.Finding;
import vn.kientao.reform.steering.domain.inspection.FindingKind;
import vn.kientao.reform.steering.domain.inspection.InspectionPlan;
import vn.kientao.reform.steering.domain.inspection.Visit;
import vn.kientao.reform.steering.domain.inspection.VisitAction;
import vn.kientao.reform.steering.store.SteeringTables;

/** Everything that inspections need, put together as the framework would, on the real database. */
public final class InspectionBench {
    public final RecordingAuditTrail audit = new RecordingAuditTrail();
    public final Province province = new Province();
    public final List<ModuleEvent> events = new ArrayList<>();

    public final Database database;
    public final Programmes programmes;
    public final Files files;
    public final Inspections inspections;
    public final InspectionDesk desk;
    public final InspectionLetter letter;
    private final InspectionNotices notices;

    public InspectionBench(Database database, Migrations migrations) {
        this.database = database;
        SteeringTables tables = SteeringTables.of(migrations, FolderScripts.ofModule());
        programmes = new Programmes(database, province, tables);
        files = new Files(database, audit, tables);
        inspections = new Inspections(database, province, tables);
        notices = new InspectionNotices(province, province);
        desk = new InspectionDesk(
                database, audit, (transaction, event) -> events.add(event), province, notices, tables);
        letter = new InspectionLetter(database, province);
    }

    /** The watch as it looks on a day. */
    InspectionWatch watch(String day) {
        return new InspectionWatch(
                database,
                notices,
                Clock.fixed(
                        LocalDate.parse(day).atTime(9, 0).atZone(Formats.ZONE).toInstant(), Formats.ZONE));
    }

    public static Tasks.Act act(String agency, String day) {
        return new Tasks.Act(
                agency,
                "clerk." + agency,
                LocalDate.parse(day).atTime(9, 0),
                FakeRequest.get("steering", "/inspections").in(agency).audit("steering.test", "inspection", "", ""));
    }

    public void plan(int year) {
        desk.plan(
                new InspectionPlan(
                        0, 0, "VPUB2", year, "10/KH-UBND", Optional.of(LocalDate.of(year, 1, 15)), "Toàn diện", 30),
                act("VPUB2", year + "-01-15"));
    }

    public Visit visit(String agency, String day) {
        int year = LocalDate.parse(day).getYear();
        return desk.plan(
                inspections.plan("VPUB2", year).orElseThrow(),
                new InspectionDesk.Planned(
                        agency, LocalDate.parse(day), "Phó Chánh Văn phòng, trưởng đoàn", "Thủ tục hành chính"),
                Optional.empty(),
                act("VPUB2", year + "-01-20"));
    }

    public Visit step(Visit visit, VisitAction action, String agency, String day) {
        return step(visit, InspectionStep.of(action, "Nội dung"), agency, day);
    }

    public Visit step(Visit visit, InspectionStep step, String agency, String day) {
        return desk.act(inspections.find(visit.code(), agency).orElseThrow(), step, act(agency, day));
    }

    public void find(Visit visit, FindingKind kind, String words, String day) {
        step(
                visit,
                InspectionStep.find(Finding.found(
                        kind, "procedures", words, "Điều 12 Nghị định 61/2018/NĐ-CP", "3.2.1", LocalDate.parse(day))),
                "VPUB2",
                day);
    }

    /** A visit on 10 March 2026 with a shortcoming and a violation, of which notice was given on 16 March. */
    public Visit noticed(String agency) {
        Visit visit = visit(agency, "2026-03-10");
        step(visit, VisitAction.VISIT, "VPUB2", "2026-03-10");
        find(visit, FindingKind.STRENGTH, "Trả kết quả sớm", "2026-03-10");
        find(visit, FindingKind.SHORTCOMING, "Niêm yết thiếu thủ tục", "2026-03-10");
        find(visit, FindingKind.VIOLATION, "Yêu cầu thêm giấy tờ", "2026-03-10");
        return step(
                visit,
                InspectionStep.notice("Cần chấn chỉnh.", "05/TB-VPUB", LocalDate.of(2026, 3, 16)),
                "VPUB2",
                "2026-03-16");
    }
}
