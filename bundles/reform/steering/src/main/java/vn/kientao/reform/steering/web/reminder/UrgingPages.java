package vn.kientao.reform.steering.web.reminder;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.documents.Letters;
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
import vn.kientao.reform.steering.app.reminder.UrgingLetters;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.reminder.Urging;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskState;
import vn.kientao.reform.steering.web.AgencySymbol;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.task.TaskDoor;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Urging letters (đôn đốc): those about a task, a new one, and each as PDF and DOCX. */
@Component
public final class UrgingPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(UrgingPages.class);
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final int WORDS = 2_000;
    private static final int NAME = 100;
    private static final int SYMBOL = 60;
    private static final int ANSWER_DAYS = 5;

    private final TaskDoor door;
    private final UrgingLetters urgings;
    private final Letters letters;
    private final Templates templates = new StaticTemplates();

    @Activate
    public UrgingPages(@Reference TaskDoor door, @Reference UrgingLetters urgings, @Reference Letters letters) {
        this.door = door;
        this.urgings = urgings;
        this.letters = letters;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/tasks/{code}/urgings", SteeringPermissions.READ, this::list);
        routes.post("/tasks/{code}/urgings", SteeringPermissions.GIVE, this::issue);
        routes.get("/tasks/{code}/urgings/{id}/pdf", SteeringPermissions.READ, this::pdf);
        routes.get("/tasks/{code}/urgings/{id}/docx", SteeringPermissions.READ, this::docx);
    }

    private Reply list(Request request) {
        Tasks.View view = door.find(request);
        Optional<Urging> last = urgings.last(request.agency().code());
        Map<String, String> values = new HashMap<>();
        values.put(
                "symbol",
                last.map(Urging::symbol).orElse(AgencySymbol.of(request.agency().code()) + "-CCHC"));
        values.put("place", last.map(Urging::place).orElse(""));
        values.put("capacity", last.map(Urging::capacity).orElse(""));
        values.put("signer", last.map(Urging::signer).orElse(""));
        values.put("answerBy", Formats.date(TaskDoor.today(request).plusDays(ANSWER_DAYS)));
        return list(request, view, FormView.of(request.page(), values), 200);
    }

    private Reply list(Request request, Tasks.View view, FormView form, int status) {
        Page page = request.page();
        UrgingModel model = new UrgingModel(form, view.task(), urgings.of(view.task()), urges(request, view));
        return Reply.page(
                        page.text("urging.title", view.task().code()),
                        out -> templates.reminderUrgings(model).render(new WriterOutput(out)))
                .crumbs(
                        new Reply.Crumb(page.text("task.title"), page.link("/tasks")),
                        new Reply.Crumb(
                                view.task().code(),
                                page.link("/tasks/" + view.task().code())))
                .status(status);
    }

    private static boolean urges(Request request, Tasks.View view) {
        return view.has(request.agency().code(), Part.GIVE)
                && view.task().state() == TaskState.OPEN
                && view.task().due().isPresent()
                && request.page().can(SteeringPermissions.GIVE);
    }

    private Reply issue(Request request) {
        Tasks.View view = door.find(request);
        Optional<LocalDate> due = view.task().due();
        if (!urges(request, view) || due.isEmpty()) {
            throw TaskDoor.refused(request.page().text("urging.new"));
        }
        FormErrors errors = new FormErrors();
        TaskDoor.seen(request, view.task(), errors);
        FormReader reader = new FormReader(request, errors);
        LocalDate today = TaskDoor.today(request);
        String symbol = reader.text("symbol", 1, SYMBOL);
        String place = reader.text("place", 1, NAME);
        Optional<LocalDate> answerBy = reader.neededDay("answerBy");
        answerBy.filter(day -> day.isBefore(today))
                .ifPresent(day -> errors.add("answerBy", TEXTS.text("task.error.due", Formats.date(day))));
        String words = reader.text("words", 0, WORDS);
        String capacity = reader.text("capacity", 1, NAME);
        String signer = reader.text("signer", 0, NAME);
        if (!errors.isEmpty() || answerBy.isEmpty()) {
            return list(request, view, new FormView(request.page(), request.fields(), errors), 422);
        }
        Urging draft = new Urging(
                0,
                request.agency().code(),
                0,
                symbol,
                today,
                place,
                view.task().lead(),
                due.get(),
                view.task().progress(),
                answerBy.get(),
                words,
                capacity,
                signer,
                request.actor().account());
        return issued(request, view, draft);
    }

    private Reply issued(Request request, Tasks.View view, Urging draft) {
        try {
            Urging issued = urgings.issue(view.task(), draft, TaskDoor.act(request, "steering.urge-task", ""));
            return Reply.seeOther(request.page().link("/tasks/" + view.task().code() + "/urgings"))
                    .flash(request.page().text("urging.issued", UrgingLetters.reference(issued)));
        } catch (StaleRecordException e) {
            FormErrors errors = new FormErrors();
            errors.add("words", TEXTS.text("task.problem.stale"));
            return list(request, door.find(request), new FormView(request.page(), request.fields(), errors), 409);
        }
    }

    private Reply pdf(Request request) {
        Task task = door.find(request).task();
        Urging urging = find(request, task);
        byte[] file = letters.pdf(List.of(urgings.letter(task, urging)));
        return Reply.download(name(task, urging) + ".pdf", "application/pdf", out -> out.write(file));
    }

    private Reply docx(Request request) {
        Task task = door.find(request).task();
        Urging urging = find(request, task);
        byte[] file = letters.docx(urgings.letter(task, urging));
        return Reply.download(name(task, urging) + ".docx", DOCX, out -> out.write(file));
    }

    private static String name(Task task, Urging urging) {
        return "don-doc-" + task.code() + "-" + urging.number();
    }

    private Urging find(Request request, Task task) {
        String id = request.pathValue("id");
        return urgings.of(task).stream()
                .filter(one -> id.equals("" + one.id()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "urging-not-found",
                        TEXTS.text("urging.problem.none", id),
                        TEXTS.text("task.problem.none.do"))));
    }
}
