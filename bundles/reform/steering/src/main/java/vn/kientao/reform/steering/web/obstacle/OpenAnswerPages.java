package vn.kientao.reform.steering.web.obstacle;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.obstacle.Obstacles;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.obstacle.OpenAnswerRow;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.ListQuery;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Published answers for everybody, as pages and for programs: the words written for the public, never those of the officers. */
@Component
public final class OpenAnswerPages implements ModuleRoutes {
    private static final int PAGE = 20;

    private final Obstacles obstacles;
    private final Programmes programmes;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();

    @Activate
    public OpenAnswerPages(
            @Reference Obstacles obstacles, @Reference Programmes programmes, @Reference Agencies agencies) {
        this.obstacles = obstacles;
        this.programmes = programmes;
        this.agencies = agencies;
    }

    @Override
    public void open(Routes routes) {
        routes.get("/answers", Permission.ANYONE, this::list).menu("obstacle.answers.menu", "chat-left-text", 50);
        routes.get("/answers/{code}", Permission.ANYONE, this::show);
    }

    @Override
    public void openApi(Routes routes) {
        routes.get("/answers", Permission.ANYONE, this::json)
                .summary("obstacle.api.answers")
                .query("area", "after")
                .returns(ObstacleJson.Answers.class);
    }

    private Reply list(Request request) {
        Optional<String> area = request.query("area");
        List<OpenAnswerRow> rows =
                obstacles.published(area, ListQuery.key(request).orElse(Long.MAX_VALUE), PAGE + 1);
        boolean more = rows.size() > PAGE;
        OpenAnswersModel model = model(request, more ? rows.subList(0, PAGE) : rows, more, area);
        return Reply.page(
                request.page().text("obstacle.answers"),
                out -> templates.obstacleAnswers(model).render(new WriterOutput(out)));
    }

    private OpenAnswersModel model(Request request, List<OpenAnswerRow> rows, boolean more, Optional<String> area) {
        LocalDate today = Acts.today(request);
        List<Area> areas = programmes.areas(today);
        return new OpenAnswersModel(
                request.page(),
                rows,
                more,
                request.query("after").isEmpty(),
                area,
                areas,
                new AgencyNames(agencies, request.page()));
    }

    private Reply show(Request request) {
        String code = request.pathValue("code");
        OpenAnswerRow row = obstacles.published(code).orElseThrow(() -> ObstacleWords.notFound(code));
        Page page = request.page();
        OpenAnswersModel model = model(request, List.of(row), false, Optional.empty());
        return Reply.page(
                        row.open().title(),
                        out -> templates.obstacleAnswer(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("obstacle.answers"), page.openLink("/answers")));
    }

    private Reply json(Request request) {
        List<OpenAnswerRow> rows = obstacles.published(
                request.query("area"), ListQuery.key(request).orElse(Long.MAX_VALUE), PAGE + 1);
        return Reply.json(ObstacleJson.Answers.of(rows, PAGE));
    }
}
