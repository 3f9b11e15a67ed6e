package vn.kientao.reform.steering.web.goal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.goal.TargetDesk;
import vn.kientao.reform.steering.app.goal.Targets;
import vn.kientao.reform.steering.domain.goal.ActualValue;
import vn.kientao.reform.steering.domain.goal.Progress;
import vn.kientao.reform.steering.domain.goal.TargetPeriod;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** Targets for programs: the list, one with its values, entering and correcting values. */
@Component
public final class TargetApi implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(TargetApi.class);
    private static final int PAGE = 50;

    private final TargetDoor door;
    private final TargetDesk desk;

    @Activate
    public TargetApi(@Reference TargetDoor door, @Reference TargetDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/targets", SteeringPermissions.READ, this::list)
                .summary("target.api.list")
                .query(TargetListQuery.NAMES)
                .returns(TargetJson.Listing.class);
        routes.get("/targets/{code}", SteeringPermissions.READ, this::show)
                .summary("target.api.show")
                .returns(TargetJson.Whole.class)
                .versioned();
        routes.post("/targets/{code}/values", SteeringPermissions.TARGETS, this::enter)
                .summary("target.api.enter")
                .accepts(TargetJson.NewValue.class)
                .returns(TargetJson.Whole.class)
                .versioned();
    }

    private Reply list(Request request) {
        TargetListQuery query = TargetListQuery.of(request);
        List<Progress> rest = query.rest(door.targets().list(query.filter()));
        boolean more = rest.size() > PAGE;
        List<Progress> shown = more ? rest.subList(0, PAGE) : rest;
        return Reply.json(new TargetJson.Listing(
                shown.stream()
                        .map(one -> json(request, one, query.filter().year()))
                        .toList(),
                more ? shown.get(PAGE - 1).target().code() : null));
    }

    private TargetJson json(Request request, Progress progress, int year) {
        return TargetJson.of(
                progress,
                year,
                door.responsible(progress.target(), Acts.today(request)).map(Agency::code));
    }

    private Reply show(Request request) {
        return answer(request, 200, Map.of());
    }

    private Reply answer(Request request, int status, Map<String, String> headers) {
        Targets.View view = door.find(request);
        int year = TargetListQuery.of(request).filter().year();
        TargetJson.Whole whole = TargetJson.Whole.of(view, json(request, view.progress(), year));
        return new Reply.Json(status, whole, headers).version(view.target().version());
    }

    private Reply enter(Request request) {
        Targets.View view = door.find(request);
        door.checkEnters(request, view.target());
        Optional<String> key =
                request.idempotencyKey().map(once -> request.actor().account() + " " + once);
        if (key.filter(once -> desk.made(view.target(), once)).isPresent()) {
            return created(request);
        }
        request.expect(view.target().version());
        TargetJson.NewValue body = request.json(TargetJson.NewValue.class);
        Optional<ActualValue> present = present(view, body);
        FormErrors errors = new FormErrors();
        ValueForm form = new ValueForm(new FormReader(body.values(), errors), view, Acts.now(request));
        String agency = request.agency().code();
        String account = request.actor().account();
        Optional<ActualValue> value = present.isPresent()
                ? form.further(present.get(), false, agency, account)
                : form.first(false, agency, account);
        if (value.isEmpty()) {
            throw new ProblemException(new Problem(
                    422,
                    "invalid",
                    TEXTS.text("report.problem.invalid"),
                    TEXTS.text("report.problem.invalid.do"),
                    errors.all()));
        }
        String action = present.isPresent() ? "correct-target-value" : "enter-target-value";
        try {
            long unused =
                    desk.enter(view.target(), value.get(), Optional.empty(), key, TargetDoor.act(request, action));
        } catch (StaleRecordException e) {
            throw TargetEditPages.stale();
        }
        return created(request);
    }

    private Reply created(Request request) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Location", request.page().link("/targets/" + request.pathValue("code")));
        return answer(request, 201, headers);
    }

    /** The value that the period has already. */
    private static Optional<ActualValue> present(Targets.View view, TargetJson.NewValue body) {
        return view.history().stream()
                .filter(value -> body.year() != null && value.year() == body.year())
                .filter(value -> Optional.ofNullable(body.period())
                        .flatMap(TargetPeriod::of)
                        .filter(value.period()::equals)
                        .isPresent())
                .findFirst();
    }
}
