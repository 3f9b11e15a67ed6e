package vn.kientao.reform.steering.web.handover;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFiles;
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
import vn.kientao.reform.steering.app.handover.HandOvers;
import vn.kientao.reform.steering.domain.handover.HandOverKind;
import vn.kientao.reform.steering.domain.handover.Holding;
import vn.kientao.reform.steering.domain.handover.Run;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.task.TaskDoor;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/**
 * What agencies that have ended still have to do: what would follow to whom, what has to be decided by hand, and each run
 * with what it moved, to be read and taken back.
 */
@Component
public final class HandOverPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(HandOverPages.class);
    private static final int NOTE = 2_000;

    private final HandOvers handOvers;
    private final Agencies agencies;
    private final People people;
    private final TableFiles files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public HandOverPages(
            @Reference HandOvers handOvers,
            @Reference Agencies agencies,
            @Reference People people,
            @Reference TableFiles files) {
        this.handOvers = handOvers;
        this.agencies = agencies;
        this.people = people;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/handover", SteeringPermissions.PROGRAMME, this::dryRun);
        files.offer(routes, "/handover", SteeringPermissions.PROGRAMME, this::table);
        routes.post("/handover", SteeringPermissions.PROGRAMME, this::merge);
        routes.post("/handover/decide", SteeringPermissions.PROGRAMME, this::decide);
        routes.get("/handover/runs/{id}", SteeringPermissions.GIVE, this::show);
        routes.post("/handover/runs/{id}/undo", SteeringPermissions.GIVE, this::undo);
    }

    private Reply dryRun(Request request) {
        return dryRun(request, FormView.of(request.page(), Map.of()), 200);
    }

    private Reply dryRun(Request request, FormView form, int status) {
        Page page = request.page();
        LocalDate today = TaskDoor.today(request);
        HandOverModel model = new HandOverModel(
                form,
                handOvers.ended(today),
                handOvers.runs(request.agency().code()),
                agencies.on(today),
                new AgencyNames(agencies, page));
        return Reply.page(
                        page.text("handover.title"),
                        out -> templates.handoverMerger(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("task.title"), page.link("/tasks")))
                .status(status);
    }

    private TableFile table(Request request) {
        Page page = request.page();
        AgencyNames names = new AgencyNames(agencies, page);
        LocalDate today = TaskDoor.today(request);
        return new TableFile(
                "ban-giao-" + today,
                "handover",
                page.text("handover.title"),
                List.of(Formats.date(today)),
                List.of(
                        new TableFile.Column(page.text("task.code"), 18),
                        new TableFile.Column(page.text("task.name"), 50),
                        new TableFile.Column(page.text("handover.part"), 16),
                        new TableFile.Column(page.text("handover.from"), 30),
                        new TableFile.Column(page.text("handover.to"), 40)),
                line -> {
                    for (Holding one : handOvers.ended(today)) {
                        line.add(List.of(
                                SheetCell.text(one.task()),
                                SheetCell.text(one.title()),
                                SheetCell.text(page.text(one.part().textKey())),
                                SheetCell.text(names.of(one.agency())),
                                SheetCell.text(String.join(
                                        "; ",
                                        one.successors().stream()
                                                .sorted()
                                                .map(names::of)
                                                .toList()))));
                    }
                },
                List.of());
    }

    private Reply merge(Request request) {
        FormErrors errors = new FormErrors();
        String reason = new FormReader(request, errors).text("reason", 1, NOTE);
        if (!errors.isEmpty()) {
            return dryRun(request, new FormView(request.page(), request.fields(), errors), 422);
        }
        Page page = request.page();
        return handOvers
                .merge(reason, TaskDoor.act(request, "steering.hand-over", ""))
                .map(run -> Reply.seeOther(page.link("/handover/runs/" + run)).flash(page.text("handover.done")))
                .orElseGet(() -> Reply.seeOther(page.link("/handover")).flash(page.text("handover.nothing")));
    }

    private Reply decide(Request request) {
        FormErrors errors = new FormErrors();
        FormReader reader = new FormReader(request, errors);
        String task = reader.text("task", 1, 60);
        String from = reader.text("from", 1, 40);
        String to = reader.text("to", 1, 40);
        String reason = reader.text("decideReason", 1, NOTE);
        Optional<Part> part = request.field("part").flatMap(Part::of);
        if (agencies.find(to)
                .filter(one -> one.existsOn(TaskDoor.today(request)))
                .isEmpty()) {
            errors.add("to", TEXTS.text("task.error.agency", to));
        }
        if (part.isEmpty()) {
            errors.add(
                    "part", TEXTS.text("task.error.part", request.field("part").orElse("")));
        }
        if (!errors.isEmpty() || part.isEmpty()) {
            return dryRun(request, new FormView(request.page(), request.fields(), errors), 422);
        }
        try {
            long run = handOvers.decide(
                    task, part.get(), from, to, reason, TaskDoor.act(request, "steering.hand-over", ""));
            return Reply.seeOther(request.page().link("/handover/runs/" + run))
                    .flash(request.page().text("handover.done"));
        } catch (StaleRecordException e) {
            errors.add("task", TEXTS.text("handover.error.gone", task));
            return dryRun(request, new FormView(request.page(), request.fields(), errors), 409);
        }
    }

    private Reply show(Request request) {
        Run run = find(request);
        Page page = request.page();
        RunModel model = new RunModel(
                page,
                run,
                handOvers.moves(run),
                people.name(run.account()).orElse(""),
                mayUndo(request, run),
                new AgencyNames(agencies, page));
        return Reply.page(
                        page.text("handover.run", Formats.time(run.at())),
                        out -> templates.handoverRun(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("task.title"), page.link("/tasks")));
    }

    private static boolean mayUndo(Request request, Run run) {
        return run.undoneAt().isEmpty()
                && (run.kind() != HandOverKind.MERGER || request.page().can(SteeringPermissions.PROGRAMME));
    }

    private Reply undo(Request request) {
        Run run = find(request);
        if (!mayUndo(request, run)) {
            throw TaskDoor.refused(request.page().text("handover.undo"));
        }
        try {
            int undone = handOvers.undo(run, TaskDoor.act(request, "steering.undo-hand-over", ""));
            return Reply.seeOther(request.page().link("/handover/runs/" + run.id()))
                    .flash(request.page().text("handover.undone", "" + undone, "" + run.moved()));
        } catch (StaleRecordException e) {
            throw new ProblemException(new Problem(
                    409,
                    "handover-moved-on",
                    TEXTS.text("handover.problem.moved-on"),
                    TEXTS.text("task.problem.step.do")));
        }
    }

    private Run find(Request request) {
        String id = request.pathValue("id");
        return Optional.of(id)
                .filter(text -> text.matches("\\d{1,18}"))
                .flatMap(text -> handOvers.find(request.agency().code(), Long.parseLong(text)))
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "handover-not-found",
                        TEXTS.text("handover.problem.none", id),
                        TEXTS.text("task.problem.none.do"))));
    }
}
