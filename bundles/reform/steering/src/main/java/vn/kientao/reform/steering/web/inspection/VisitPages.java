package vn.kientao.reform.steering.web.inspection;

import gg.jte.output.WriterOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.documents.Letters;
import vn.kientao.platform.api.security.People;
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
import vn.kientao.reform.steering.app.inspection.InspectionDesk;
import vn.kientao.reform.steering.app.inspection.InspectionLetter;
import vn.kientao.reform.steering.app.inspection.InspectionStep;
import vn.kientao.reform.steering.app.inspection.Inspections;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.Happening;
import vn.kientao.reform.steering.domain.inspection.VisitAction;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.FileDoor;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** The page of a visit with every step that the reader may take, its evidence and its notice. */
@Component
public final class VisitPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(VisitPages.class);
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Inspections inspections;
    private final InspectionDesk desk;
    private final InspectionLetter letter;
    private final Letters letters;
    private final Programmes programmes;
    private final Agencies agencies;
    private final People people;
    private final Files files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public VisitPages(
            @Reference Inspections inspections,
            @Reference InspectionDesk desk,
            @Reference InspectionLetter letter,
            @Reference Letters letters,
            @Reference Programmes programmes,
            @Reference Agencies agencies,
            @Reference People people,
            @Reference Files files) {
        this.inspections = inspections;
        this.desk = desk;
        this.letter = letter;
        this.letters = letters;
        this.programmes = programmes;
        this.agencies = agencies;
        this.people = people;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/inspections/{code}", SteeringPermissions.READ, this::show);
        routes.post("/inspections/{code}/steps/{action}", SteeringPermissions.READ, this::act);
        FileDoor.accept(routes.post("/inspections/{code}/files", SteeringPermissions.READ, this::add));
        routes.get("/inspections/{code}/files/{file}", SteeringPermissions.READ, this::file);
        routes.get("/inspections/{code}/pdf", SteeringPermissions.READ, this::pdf);
        routes.get("/inspections/{code}/docx", SteeringPermissions.READ, this::docx);
    }

    private Reply show(Request request) {
        return show(request, VisitDoor.find(request, inspections), FormView.of(request.page(), Map.of()), 200);
    }

    private Reply show(Request request, Inspections.View view, FormView form, int status) {
        Page page = request.page();
        VisitModel model = new VisitModel(
                form,
                view,
                Acts.today(request),
                VisitDoor.actions(page, view),
                VisitDoor.adds(page, view),
                programmes.areas(Acts.today(request)),
                new AgencyNames(agencies, page),
                people.names(view.events().stream()
                        .map(Happening::account)
                        .distinct()
                        .toList()),
                files.of(view.owner()));
        return Reply.page(
                        view.visit().code(),
                        out -> templates.inspectionVisit(model).render(new WriterOutput(out)))
                .crumbs(InspectionPages.home(page))
                .status(status);
    }

    private Reply act(Request request) {
        Inspections.View view = VisitDoor.find(request, inspections);
        String word = request.pathValue("action");
        VisitAction action = VisitAction.of(word)
                .filter(one -> VisitDoor.may(request.page(), view, one))
                .orElseThrow(() -> VisitDoor.refused(word));
        FormErrors errors = new FormErrors();
        if (!request.field("version").orElse("").equals("" + view.visit().version())) {
            errors.add("note", TEXTS.text("inspection.problem.stale"));
        }
        Optional<InspectionStep> step = new VisitStepForm(
                        new FormReader(request, errors), programmes.areas(Acts.today(request)), Acts.today(request))
                .step(view, action, request.fieldAll("finding"));
        if (step.isEmpty()) {
            return again(request, view, word, errors, 422);
        }
        String code = view.visit().code();
        try {
            desk.act(view, step.get(), VisitDoor.act(request, word + "-inspection", code));
        } catch (StaleRecordException e) {
            errors.add("note", TEXTS.text("inspection.problem.stale"));
            return again(request, VisitDoor.find(request, inspections), word, errors, 409);
        }
        return Reply.seeOther(request.page().link("/inspections/" + code))
                .flash(request.page().text("inspection.acted." + action.name()));
    }

    private Reply again(Request request, Inspections.View view, String word, FormErrors errors, int status) {
        Map<String, String> values = new HashMap<>(request.fields());
        values.put("action", word);
        return show(request, view, new FormView(request.page(), values, errors), status);
    }

    private Reply add(Request request) {
        Inspections.View view = VisitDoor.find(request, inspections);
        if (!VisitDoor.adds(request.page(), view)) {
            throw VisitDoor.refused("files");
        }
        String code = view.visit().code();
        FormErrors errors =
                FileDoor.take(request, sent -> files.add(view.owner(), sent, VisitDoor.act(request, "add-file", code)));
        if (!errors.isEmpty()) {
            return show(request, view, new FormView(request.page(), Map.of(), errors), 422);
        }
        return Reply.seeOther(request.page().link("/inspections/" + code))
                .flash(request.page().text("file.added"));
    }

    private Reply file(Request request) {
        return FileDoor.download(
                request, files, VisitDoor.find(request, inspections).owner());
    }

    private Reply pdf(Request request) {
        Inspections.View view = noticed(request);
        byte[] file = letters.pdf(List.of(letter.of(view)));
        return Reply.download(view.visit().code() + ".pdf", "application/pdf", out -> out.write(file))
                .shownInline();
    }

    private Reply docx(Request request) {
        Inspections.View view = noticed(request);
        byte[] file = letters.docx(letter.of(view));
        return Reply.download(view.visit().code() + ".docx", DOCX, out -> out.write(file));
    }

    private Inspections.View noticed(Request request) {
        Inspections.View view = VisitDoor.find(request, inspections);
        if (view.visit().notice().isEmpty()) {
            throw new ProblemException(new Problem(
                    404,
                    "notice-not-found",
                    TEXTS.text("inspection.problem.notice", view.visit().code()),
                    TEXTS.text("inspection.problem.step.do")));
        }
        return view;
    }
}
