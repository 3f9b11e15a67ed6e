package vn.kientao.reform.steering.web.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.letters.LetterService;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.documents.tables.TableFileService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.Province;
import vn.kientao.reform.steering.app.goal.Targets;
import vn.kientao.reform.steering.app.plan.Coverage;
import vn.kientao.reform.steering.app.plan.OpenPlans;
import vn.kientao.reform.steering.app.plan.PlanImports;
import vn.kientao.reform.steering.app.plan.Plans;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** The pages of plans with all that stands behind them, and the people who work with them. */
final class PlanWorld {
    static final Clock DECEMBER = at("2026-12-01");
    static final String AGENCY = "STP2";

    private static final Permission[] PLANNER = {
        SteeringPermissions.READ, SteeringPermissions.PLAN, SteeringPermissions.GIVE, SteeringPermissions.WORK
    };
    private static final Permission[] OFFICE = {
        SteeringPermissions.READ, SteeringPermissions.PROVINCE, SteeringPermissions.APPRAISE, SteeringPermissions.PLAN
    };
    private static final Permission[] CHAIRMAN = {
        SteeringPermissions.READ, SteeringPermissions.PROVINCE, SteeringPermissions.APPROVE
    };

    final RecordedRoutes routes = new RecordedRoutes();
    final RecordedRoutes open = new RecordedRoutes();
    final RecordedRoutes api = new RecordedRoutes();
    final RecordingAuditTrail audit = new RecordingAuditTrail();
    final Province province = new Province();
    final Tasks tasks;
    final Plans plans;
    final Programmes programmes;
    private final Targets targets;

    PlanWorld(Database database, Migrations migrations) {
        SteeringTables tables = SteeringTables.of(migrations, FolderScripts.ofModule());
        tasks = new Tasks(database, audit, province, province, tables);
        plans = new Plans(database, audit, province, province, province, tasks, tables);
        programmes = new Programmes(database, province, tables);
        targets = new Targets(database, tables);
        PlanDoor door = new PlanDoor(plans, programmes, targets, province);
        LetterService letters = new LetterService(new PaperService());
        SheetService sheets = new SheetService();
        TableFileService files = new TableFileService(sheets, letters, province, database, audit);
        new PlanPages(door, tasks, province).staff(routes);
        new PlanItemPages(door).staff(routes);
        new PlanFiles(door, files, letters).staff(routes);
        new PlanImportPages(door, new PlanImports(database, plans, tables), sheets).staff(routes);
        new PlanProvincePages(door, new Coverage(database, programmes, targets, tables), files).staff(routes);
        new OpenPlanPages(door, new OpenPlans(database, tables), sheets, letters).open(open);
        new PlanApi(door).api(api);
    }

    /** How many targets are still ahead in 2027. */
    int ahead() {
        return (int) targets.on(LocalDate.of(2027, 12, 31)).stream()
                .filter(target -> target.ahead(2027).isPresent())
                .count();
    }

    static Clock at(String day) {
        return Clock.fixed(Instant.parse(day + "T05:00:00Z"), ZoneOffset.UTC);
    }

    /** Begins a plan of 2027 and answers with its id. */
    String begin(String agency) {
        return id(routes.call(
                "POST /plans",
                planner(agency, FakeRequest.post("steering", "/plans")).withField("year", "2027")));
    }

    static String id(Reply reply) {
        String address = ((Reply.Redirect) reply).location();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    static FakeRequest planner(String agency, FakeRequest request) {
        return request.in(agency).may(PLANNER).at(DECEMBER);
    }

    static FakeRequest office(FakeRequest request) {
        return request.in("VPUB2").may(OFFICE).at(DECEMBER);
    }

    static FakeRequest chairman(FakeRequest request) {
        return request.in("VPUB2").may(CHAIRMAN).at(DECEMBER);
    }

    /** A line of the plan, as its form sends it. */
    FakeRequest line(String plan, String title) {
        return planner(AGENCY, FakeRequest.post("steering", "/plans/" + plan + "/items/new"))
                .withPathValue("plan", plan)
                .withField("area", "institutions")
                .withField("title", title)
                .withField("product", "Báo cáo")
                .withField("person", "Lê Thị Thủ Trưởng, Giám đốc")
                .withField("division", "Phòng Kiểm tra văn bản")
                .withField("lead", AGENCY)
                .withField("due", "30/6/2027")
                .withField("budget", "15.000.000")
                .withField("budgetSource", "Ngân sách tỉnh");
    }

    void add(String plan, String title) {
        Reply reply = routes.call("POST /plans/{plan}/items/new", line(plan, title));
        if (!(reply instanceof Reply.Redirect)) {
            throw new AssertionError(Rendered.of(reply).texts(".kt-errors li").toString());
        }
    }

    Rendered page(String agency, String plan) {
        return Rendered.of(show(planner(agency, FakeRequest.get("steering", "/plans/" + plan)), plan))
                .keepsTheRules();
    }

    Reply show(FakeRequest request, String plan) {
        return routes.call("GET /plans/{plan}", request.withPathValue("plan", plan));
    }

    /** The version of a plan as its page carries it. */
    long version(String plan) {
        return plans.find(Long.parseLong(plan)).orElseThrow().plan().version();
    }

    Reply submit(String plan) {
        return step(planner(AGENCY, FakeRequest.post("steering", "/plans/" + plan)), plan, "submit");
    }

    Reply office(String plan, String action) {
        return step(office(FakeRequest.post("steering", "/plans/" + plan)), plan, action);
    }

    Reply approve(String plan) {
        return step(
                chairman(FakeRequest.post("steering", "/plans/" + plan)).withField("symbol", "125/QĐ-UBND"),
                plan,
                "approve");
    }

    Reply step(FakeRequest request, String plan, String action) {
        return routes.call(
                "POST /plans/{plan}/steps/{action}",
                request.withPathValue("plan", plan)
                        .withPathValue("action", action)
                        .withField("version", "" + version(plan)));
    }

    /** From a draft to a plan in force. */
    void bringIntoForce(String plan) {
        List.of(submit(plan), office(plan, "appraise"), approve(plan)).forEach(PlanWorld::id);
    }
}
