package vn.kientao.reform.steering.web.pilot;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.file.Files;
import vn.kientao.reform.steering.app.pilot.PilotDesk;
import vn.kientao.reform.steering.app.pilot.PilotModules;
import vn.kientao.reform.steering.app.pilot.PilotStep;
import vn.kientao.reform.steering.app.pilot.Pilots;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.Happening;
import vn.kientao.reform.steering.domain.pilot.Measure;
import vn.kientao.reform.steering.domain.pilot.Pilot;
import vn.kientao.reform.steering.domain.pilot.PilotAction;
import vn.kientao.reform.steering.domain.pilot.PilotValue;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.FileDoor;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** The page of a pilot: its steps, what is measured, the values, the files. */
@Component
public final class PilotStepPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(PilotStepPages.class);

    private final Pilots pilots;
    private final PilotDesk desk;
    private final PilotModules modules;
    private final Programmes programmes;
    private final Agencies agencies;
    private final People people;
    private final Files files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public PilotStepPages(
            @Reference Pilots pilots,
            @Reference PilotDesk desk,
            @Reference PilotModules modules,
            @Reference Programmes programmes,
            @Reference Agencies agencies,
            @Reference People people,
            @Reference Files files) {
        this.pilots = pilots;
        this.desk = desk;
        this.modules = modules;
        this.programmes = programmes;
        this.agencies = agencies;
        this.people = people;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/pilots/{code}", SteeringPermissions.READ, this::show);
        routes.post("/pilots/{code}/steps/{action}", SteeringPermissions.READ, this::act);
        routes.post("/pilots/{code}/measures", SteeringPermissions.PILOT, this::measure);
        routes.post("/pilots/{code}/measures/{measure}/values", SteeringPermissions.PILOT, this::enter);
        routes.post("/pilots/{code}/module", SteeringPermissions.SWITCH, this::switchOn);
        FileDoor.accept(routes.post("/pilots/{code}/files", SteeringPermissions.PILOT, this::add));
        routes.get("/pilots/{code}/files/{file}", SteeringPermissions.READ, this::file);
    }

    private Reply show(Request request) {
        return show(request, PilotDoor.find(request, pilots), FormView.of(request.page(), Map.of()), 200);
    }

    private Reply show(Request request, Pilots.View view, FormView form, int status) {
        Page page = request.page();
        LocalDate today = Acts.today(request);
        PilotModel model = new PilotModel(
                form,
                view,
                today,
                programmes.areas(today),
                new AgencyNames(agencies, page),
                agencies.on(today),
                people.names(view.events().stream().map(Happening::account).toList()),
                files.of(view.owner()),
                modules.of(view.pilot()));
        return Reply.page(
                        view.pilot().code(), out -> templates.pilotPilot(model).render(new WriterOutput(out)))
                .crumbs(PilotDoor.home(page))
                .status(status);
    }

    private Reply act(Request request) {
        Pilots.View view = PilotDoor.find(request, pilots);
        String word = request.pathValue("action");
        PilotAction action = PilotAction.of(word)
                .filter(one -> new PilotRights(request.page(), view).may(one))
                .orElseThrow(() -> PilotDoor.refused(word));
        FormErrors errors = new FormErrors();
        Optional<PilotStep> step =
                new PilotForm(request, errors, agencies).seen(view.pilot()).step(view.pilot(), action);
        if (step.isEmpty()) {
            return again(request, view, word, errors);
        }
        return written(request, view, word, errors, () -> {
            Pilot next = desk.act(view.pilot(), step.get(), PilotDoor.act(request, word + "-pilot", ""));
            return done(request, next, "pilot.acted." + action.name());
        });
    }

    private Reply measure(Request request) {
        Pilots.View view = PilotDoor.find(request, pilots);
        if (!new PilotRights(request.page(), view).measures()) {
            throw PilotDoor.refused("measures");
        }
        FormErrors errors = new FormErrors();
        Optional<Measure> measure =
                new PilotForm(request, errors, agencies).seen(view.pilot()).measure();
        if (measure.isEmpty()) {
            return again(request, view, "measure", errors);
        }
        return written(request, view, "measure", errors, () -> {
            desk.measure(view.pilot(), measure.get(), PilotDoor.act(request, "measure-pilot", ""));
            return done(request, view.pilot(), "pilot.measure.added");
        });
    }

    private Reply enter(Request request) {
        Pilots.View view = PilotDoor.find(request, pilots);
        String id = request.pathValue("measure");
        Measure measure = view.measures().stream()
                .filter(one -> id.equals("" + one.id()) && new PilotRights(request.page(), view).enters())
                .findFirst()
                .orElseThrow(() -> PilotDoor.refused("values"));
        FormErrors errors = new FormErrors();
        Optional<PilotValue> value =
                new PilotForm(request, errors, agencies).seen(view.pilot()).value(view.pilot());
        String name = "value" + measure.id();
        if (value.isEmpty()) {
            return again(request, view, name, errors);
        }
        return written(request, view, name, errors, () -> {
            desk.enter(view.pilot(), measure, value.get(), PilotDoor.act(request, "enter-pilot-value", ""));
            return done(request, view.pilot(), "pilot.value.entered");
        });
    }

    /** What is written when nobody changed the pilot meanwhile. */
    private interface Writing {
        Reply write();
    }

    private Reply written(Request request, Pilots.View view, String form, FormErrors errors, Writing writing) {
        try {
            return writing.write();
        } catch (StaleRecordException e) {
            errors.add("version", TEXTS.text("pilot.problem.stale"));
            return again(request, view, form, errors);
        }
    }

    private static Reply done(Request request, Pilot pilot, String key) {
        return Reply.seeOther(request.page().link("/pilots/" + pilot.code()))
                .flash(request.page().text(key));
    }

    private Reply again(Request request, Pilots.View view, String form, FormErrors errors) {
        Map<String, String> values = new HashMap<>(request.fields());
        values.put("action", form);
        return show(request, view, new FormView(request.page(), values, errors), 422);
    }

    private Reply switchOn(Request request) {
        Pilots.View view = PilotDoor.find(request, pilots);
        if (!new PilotRights(request.page(), view).switches()) {
            throw PilotDoor.refused("module");
        }
        try {
            modules.switchOn(view.pilot(), request.actor());
        } catch (ReleaseRefusedException e) {
            FormErrors errors = new FormErrors();
            errors.add("module", e.reason());
            return again(request, view, "module", errors);
        }
        return done(request, view.pilot(), "pilot.module.switched-on");
    }

    private Reply add(Request request) {
        Pilots.View view = PilotDoor.find(request, pilots);
        if (!view.proposer() && !view.member()) {
            throw PilotDoor.refused("files");
        }
        FormErrors errors = FileDoor.take(
                request,
                sent -> files.add(
                        view.owner(),
                        sent,
                        PilotDoor.act(request, "add-file", view.pilot().code())));
        return errors.isEmpty() ? done(request, view.pilot(), "file.added") : again(request, view, "files", errors);
    }

    private Reply file(Request request) {
        return FileDoor.download(request, files, PilotDoor.find(request, pilots).owner());
    }
}
