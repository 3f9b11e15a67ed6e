package vn.kientao.reform.steering.web.goal;

import gg.jte.output.WriterOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.indicator.Indicator;
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
import vn.kientao.reform.steering.app.goal.TargetCounting;
import vn.kientao.reform.steering.app.goal.TargetDesk;
import vn.kientao.reform.steering.domain.goal.Target;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Keeping the targets: adding one, changing and ending it, removing one that nothing leads to. */
@Component
public final class TargetEditPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(TargetEditPages.class);

    private final TargetDoor door;
    private final TargetDesk desk;
    private final TargetCounting counting;
    private final Templates templates = new StaticTemplates();

    @Activate
    public TargetEditPages(@Reference TargetDoor door, @Reference TargetDesk desk, @Reference TargetCounting counting) {
        this.door = door;
        this.desk = desk;
        this.counting = counting;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/targets/new", SteeringPermissions.PROGRAMME, this::blank);
        routes.post("/targets/new", SteeringPermissions.PROGRAMME, this::add);
        routes.get("/targets/{code}/edit", SteeringPermissions.PROGRAMME, this::edit);
        routes.post("/targets/{code}/edit", SteeringPermissions.PROGRAMME, this::change);
        routes.post("/targets/{code}/remove", SteeringPermissions.PROGRAMME, this::remove);
    }

    private Reply blank(Request request) {
        Map<String, String> values = new HashMap<>();
        values.put("direction", "MIN");
        values.put("unit", "%");
        values.put("from", Formats.date(Acts.today(request)));
        request.query("area").ifPresent(area -> values.put("area", area));
        return form(request, Optional.empty(), FormView.of(request.page(), values), 200);
    }

    private Reply edit(Request request) {
        Target target = door.find(request).target();
        return form(request, Optional.of(target), FormView.of(request.page(), TargetForm.of(target)), 200);
    }

    private Reply form(Request request, Optional<Target> old, FormView form, int status) {
        Page page = request.page();
        TargetFormModel model = new TargetFormModel(
                form,
                old,
                door.programmes().areas(Acts.today(request)),
                door.agencies().on(Acts.today(request)),
                counting.known(request.agency().code()));
        Reply.View view = Reply.page(
                        page.text(old.isPresent() ? "target.edit" : "target.new"),
                        out -> templates.goalForm(model).render(new WriterOutput(out)))
                .status(status);
        return old.map(target -> view.crumbs(TargetDoor.home(page), TargetDoor.one(page, target)))
                .orElseGet(() -> view.crumbs(TargetDoor.home(page)));
    }

    private Reply add(Request request) {
        FormErrors errors = new FormErrors();
        Optional<Target> target = read(request, new TargetForm(request, errors), Optional.empty());
        if (target.isPresent() && !desk.add(target.get(), TargetDoor.act(request, "add-target"))) {
            errors.add("code", TEXTS.text("target.error.code", target.get().code()));
        }
        if (target.isEmpty() || !errors.isEmpty()) {
            return form(request, Optional.empty(), new FormView(request.page(), request.fields(), errors), 422);
        }
        return done(request, target.get(), "target.added");
    }

    private Optional<Target> read(Request request, TargetForm form, Optional<Target> old) {
        List<String> figures = counting.known(request.agency().code()).stream()
                .map(Indicator::code)
                .toList();
        return form.read(
                old,
                door.programmes().areas(Acts.today(request)),
                code -> door.agencies().find(code).isPresent(),
                figures::contains);
    }

    private static Reply done(Request request, Target target, String key) {
        return Reply.seeOther(request.page().link("/targets/" + target.code()))
                .flash(request.page().text(key));
    }

    private Reply change(Request request) {
        Target old = door.find(request).target();
        FormErrors errors = new FormErrors();
        TargetForm form = new TargetForm(request, errors);
        form.seen(old);
        Optional<Target> next = read(request, form, Optional.of(old));
        if (next.isEmpty()) {
            return form(request, Optional.of(old), new FormView(request.page(), request.fields(), errors), 422);
        }
        try {
            desk.change(old, next.get(), TargetDoor.act(request, "change-target"));
        } catch (StaleRecordException e) {
            errors.add("version", TEXTS.text("target.problem.stale"));
            return form(request, Optional.of(old), new FormView(request.page(), request.fields(), errors), 422);
        }
        return done(request, next.get(), "target.changed");
    }

    private Reply remove(Request request) {
        Target old = door.find(request).target();
        FormErrors errors = new FormErrors();
        new TargetForm(request, errors).seen(old);
        if (!errors.isEmpty()) {
            return form(request, Optional.of(old), new FormView(request.page(), TargetForm.of(old), errors), 422);
        }
        if (!removed(request, old)) {
            throw new ProblemException(new Problem(
                    409,
                    "target-in-use",
                    TEXTS.text("target.problem.used", old.code()),
                    TEXTS.text("target.problem.used.do")));
        }
        return Reply.seeOther(request.page().link("/targets"))
                .flash(request.page().text("target.removed"));
    }

    private boolean removed(Request request, Target old) {
        try {
            return desk.remove(old, TargetDoor.act(request, "remove-target"));
        } catch (StaleRecordException e) {
            throw stale();
        }
    }

    /** 412: somebody changed the target meanwhile. */
    static ProblemException stale() {
        return new ProblemException(new Problem(
                412, "stale", TEXTS.text("target.problem.stale"), TEXTS.text("programme.problem.stale.do")));
    }
}
