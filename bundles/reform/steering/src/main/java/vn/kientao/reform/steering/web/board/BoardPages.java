package vn.kientao.reform.steering.web.board;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFiles;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.board.Boards;
import vn.kientao.reform.steering.app.goal.Targets;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.board.AgencyLine;
import vn.kientao.reform.steering.domain.goal.TargetFilter;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.domain.programme.Clause;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Dashboards: an agency with its people, the province, an area of it, who does what, and what everybody may see. */
@Component
public final class BoardPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(BoardPages.class);
    private static final int PAGE = 10;
    private static final String DIRECTIVE = "D";

    private final Boards boards;
    private final Programmes programmes;
    private final Targets targets;
    private final Agencies agencies;
    private final TableFiles files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public BoardPages(
            @Reference Boards boards,
            @Reference Programmes programmes,
            @Reference Targets targets,
            @Reference Agencies agencies,
            @Reference TableFiles files) {
        this.boards = boards;
        this.programmes = programmes;
        this.targets = targets;
        this.agencies = agencies;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/board", SteeringPermissions.READ, this::own).menu("board.menu", "bar-chart", 5);
        routes.get("/board/province", SteeringPermissions.PROVINCE, this::province);
        files.offer(routes, "/board/province", SteeringPermissions.PROVINCE, this::table);
        routes.get("/board/areas/{area}", SteeringPermissions.PROVINCE, this::area);
        routes.get("/board/matrix", SteeringPermissions.PROVINCE, this::matrix);
        files.offer(routes, "/board/matrix", SteeringPermissions.PROVINCE, this::matrixTable);
    }

    @Override
    public void open(Routes routes) {
        routes.get("/progress", Permission.ANYONE, this::progress).menu("board.public", "bar-chart", 25);
    }

    private Reply own(Request request) {
        Page page = request.page();
        LocalDate today = today(request);
        OwnModel model = new OwnModel(
                page, boards.own(request.agency().code(), request.actor().account(), today), programmes.areas(today));
        return Reply.page(
                page.text("board.title"), out -> templates.boardOwn(model).render(new WriterOutput(out)));
    }

    private Reply province(Request request) {
        LookModel model = look(request, Optional.empty(), "scope=all");
        return Reply.page(
                        model.page().text("board.province"),
                        out -> templates.boardProvince(model).render(new WriterOutput(out)))
                .crumbs(crumb(model.page()));
    }

    private Reply area(Request request) {
        String code = request.pathValue("area");
        Area area = programmes.areas(today(request)).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "area-not-found",
                        TEXTS.text("board.problem.area", code),
                        TEXTS.text("board.problem.area.do"))));
        LookModel model = look(request, Optional.of(area), "scope=all&area=" + code);
        return Reply.page(model.name(area), out -> templates.boardArea(model).render(new WriterOutput(out)))
                .crumbs(
                        crumb(model.page()),
                        new Reply.Crumb(
                                model.page().text("board.province"),
                                model.page().link("/board/province")));
    }

    private Reply progress(Request request) {
        LookModel model = look(request, Optional.empty(), "");
        return Reply.page(
                model.page().text("board.public"),
                out -> templates.boardProgress(model).render(new WriterOutput(out)));
    }

    private LookModel look(Request request, Optional<Area> area, String base) {
        Page page = request.page();
        LocalDate today = today(request);
        BoardQuery query = BoardQuery.of(request);
        Boards.Look look =
                boards.look(new Boards.Window(area.map(Area::code), query.order(), query.after(), PAGE + 1), today);
        List<AgencyLine> lines = look.lines();
        boolean more = lines.size() > PAGE;
        BoardLinks links = new BoardLinks(page, base);
        AgencyNames names = new AgencyNames(agencies, page);
        return new LookModel(
                page,
                look,
                area,
                area.flatMap(one -> programmes.lead(one, today)).map(lead -> names.of(lead.code())),
                query.order(),
                query.after().isEmpty(),
                more ? lines.subList(0, PAGE) : lines,
                more,
                Trend.of(page, look.months(), today, links),
                links,
                targets.states(new TargetFilter(today.getYear(), area.map(Area::code), Optional.empty(), "")),
                names);
    }

    private TableFile table(Request request) {
        return new LookFile(boards, BoardQuery.of(request).order(), new AgencyNames(agencies, request.page()))
                .table(today(request));
    }

    private Programmes.Course course(Request request) {
        String code = request.query("document").orElse(DIRECTIVE);
        return programmes
                .course(code, today(request))
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "document-not-found",
                        TEXTS.text("programme.problem.none", code),
                        TEXTS.text("programme.problem.none.do"))));
    }

    private TableFile matrixTable(Request request) {
        return new MatrixFile(boards, course(request), new AgencyNames(agencies, request.page())).table(today(request));
    }

    private Reply matrix(Request request) {
        Page page = request.page();
        Programmes.Course course = course(request);
        List<Long> clauses = course.clauses().stream().map(Clause::id).toList();
        String after = request.query("after").orElse("");
        List<String> found = boards.involved(clauses, after, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<String> shown = more ? found.subList(0, PAGE) : found;
        MatrixModel model = new MatrixModel(
                page,
                course.document(),
                programmes.documents(),
                course.clauses(),
                shown,
                boards.involvements(clauses, shown),
                after.isEmpty(),
                more,
                new AgencyNames(agencies, page));
        return Reply.page(
                        page.text("board.matrix"),
                        out -> templates.boardMatrix(model).render(new WriterOutput(out)))
                .crumbs(crumb(page));
    }

    private static Reply.Crumb crumb(Page page) {
        return new Reply.Crumb(page.text("board.title"), page.link("/board"));
    }

    private static LocalDate today(Request request) {
        return LocalDate.ofInstant(request.now(), Formats.ZONE);
    }
}
