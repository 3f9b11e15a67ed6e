package vn.kientao.reform.steering.web.board;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.plan.Plans;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanState;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Who has not planned a year yet (D2.2), beside the list of who has not reported (D7). */
@Component
public final class DutyPages implements ModuleRoutes {
    private static final int PAGE = 25;
    private static final int LAST_YEAR = 2100;

    private final Plans plans;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();

    @Activate
    public DutyPages(@Reference Plans plans, @Reference Agencies agencies) {
        this.plans = plans;
        this.agencies = agencies;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/board/duties", SteeringPermissions.PROVINCE, this::show);
    }

    private Reply show(Request request) {
        Page page = request.page();
        LocalDate today = Acts.today(request);
        int year = request.query("year")
                .filter(text -> text.matches("20\\d\\d|" + LAST_YEAR))
                .map(Integer::parseInt)
                .orElse(today.getYear());
        boolean all = request.query("all").isPresent();
        String after = request.query("after").orElse("");
        List<DutyModel.Line> lines = lines(year, today);
        List<DutyModel.Line> shown = lines.stream()
                .filter(line -> all || line.missing())
                .filter(line -> line.agency().code().compareTo(after) > 0)
                .limit(PAGE + 1)
                .toList();
        boolean more = shown.size() > PAGE;
        DutyModel model = new DutyModel(
                page,
                year,
                lines.stream().filter(DutyModel.Line::missing).count(),
                lines.size(),
                all,
                more ? shown.subList(0, PAGE) : shown,
                after.isEmpty(),
                more);
        return Reply.page(
                        page.text("board.duties"),
                        out -> templates.boardDuties(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("board.title"), page.link("/board")));
    }

    private List<DutyModel.Line> lines(int year, LocalDate today) {
        Map<String, PlanState> states =
                plans.newest(year).stream().collect(Collectors.toMap(Plan::agency, Plan::state, (one, other) -> other));
        return agencies.on(today).stream()
                .map(agency -> new DutyModel.Line(agency, Optional.ofNullable(states.get(agency.code()))))
                .sorted(Comparator.comparing(line -> line.agency().code()))
                .toList();
    }
}
