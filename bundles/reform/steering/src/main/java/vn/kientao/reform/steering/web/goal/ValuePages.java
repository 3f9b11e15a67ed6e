package vn.kientao.reform.steering.web.goal;

import gg.jte.output.WriterOutput;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.file.Files;
import vn.kientao.reform.steering.app.goal.TargetDesk;
import vn.kientao.reform.steering.app.goal.Targets;
import vn.kientao.reform.steering.domain.goal.ActualValue;
import vn.kientao.reform.steering.domain.goal.TargetPeriod;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.FileDoor;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Entering what a target has come to, correcting it, and the files that show it. */
@Component
public final class ValuePages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(ValuePages.class);
    private static final String NEW = "/targets/{code}/values/new";
    private static final String ONE = "/targets/{code}/values/{value}";

    private final TargetDoor door;
    private final TargetDesk desk;
    private final Files files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public ValuePages(@Reference TargetDoor door, @Reference TargetDesk desk, @Reference Files files) {
        this.door = door;
        this.desk = desk;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get(NEW, SteeringPermissions.TARGETS, this::blank);
        FileDoor.accept(routes.post(NEW, SteeringPermissions.TARGETS, this::enter));
        routes.get(ONE, SteeringPermissions.TARGETS, this::correction);
        FileDoor.accept(routes.post(ONE, SteeringPermissions.TARGETS, this::correct));
        routes.get(ONE + "/files/{file}", SteeringPermissions.READ, this::file);
    }

    private Reply blank(Request request) {
        Targets.View view = door.find(request);
        door.checkEnters(request, view.target());
        Map<String, String> values = Map.of(
                "version",
                "" + view.target().version(),
                "year",
                "" + Acts.today(request).getYear(),
                "period",
                TargetPeriod.YEAR.name());
        return form(request, view, Optional.empty(), FormView.of(request.page(), values), 200);
    }

    private Reply correction(Request request) {
        Targets.View view = door.find(request);
        door.checkEnters(request, view.target());
        ActualValue value = value(request, view);
        Map<String, String> values = new HashMap<>();
        values.put("version", "" + view.target().version());
        value.amount().ifPresent(amount -> values.put("amount", TargetWords.number(amount)));
        values.put("knownOn", Formats.date(value.knownOn()));
        values.put("evidence", value.evidence());
        values.put("note", value.note());
        return form(request, view, Optional.of(value), FormView.of(request.page(), values), 200);
    }

    private Reply form(Request request, Targets.View view, Optional<ActualValue> old, FormView form, int status) {
        Page page = request.page();
        ValueModel model = new ValueModel(form, view, old);
        return Reply.page(
                        page.text(old.isPresent() ? "target.correct" : "target.enter"),
                        out -> templates.goalValue(model).render(new WriterOutput(out)))
                .crumbs(TargetDoor.home(page), TargetDoor.one(page, view.target()))
                .status(status);
    }

    private Reply enter(Request request) {
        return write(request, Optional.empty());
    }

    private Reply correct(Request request) {
        return write(request, Optional.of(value(request, door.find(request))));
    }

    private Reply write(Request request, Optional<ActualValue> old) {
        Targets.View view = door.find(request);
        door.checkEnters(request, view.target());
        FormErrors errors = new FormErrors();
        Optional<Files.Sent> file = FileDoor.sent(request);
        ValueForm form = new ValueForm(new FormReader(request, errors), view, Acts.now(request));
        String agency = request.agency().code();
        String account = request.actor().account();
        Optional<String> key = request.idempotencyKey().map(once -> account + " " + once);
        boolean again = key.filter(once -> desk.made(view.target(), once)).isPresent();
        if (again) {
            return done(request, view, old.isPresent());
        }
        Optional<ActualValue> value = old.isPresent()
                ? form.further(old.get(), file.isPresent(), agency, account)
                : form.first(file.isPresent(), agency, account);
        if (!request.field("version").orElse("").equals("" + view.target().version())) {
            errors.add("version", TEXTS.text("target.problem.stale"));
        }
        if (value.isEmpty() || !errors.isEmpty()) {
            return form(request, view, old, new FormView(request.page(), request.fields(), errors), 422);
        }
        try {
            long unused = desk.enter(
                    view.target(),
                    value.get(),
                    file,
                    key,
                    TargetDoor.act(request, old.isPresent() ? "correct-target-value" : "enter-target-value"));
        } catch (StaleRecordException e) {
            errors.add("version", TEXTS.text("target.problem.stale"));
            return form(request, view, old, new FormView(request.page(), request.fields(), errors), 422);
        }
        return done(request, view, old.isPresent());
    }

    private static Reply done(Request request, Targets.View view, boolean corrected) {
        Page page = request.page();
        return Reply.seeOther(page.link("/targets/" + view.target().code()))
                .flash(page.text(corrected ? "target.corrected" : "target.value.entered"));
    }

    private ActualValue value(Request request, Targets.View view) {
        String id = request.pathValue("value");
        return view.history().stream()
                .filter(one -> id.equals("" + one.id()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "value-not-found",
                        TEXTS.text("target.problem.value", id),
                        TEXTS.text("target.problem.value.do"))));
    }

    private Reply file(Request request) {
        Targets.View view = door.find(request);
        ActualValue value = value(request, view);
        return FileDoor.download(request, files, Targets.owner(view.target(), value.id()));
    }
}
