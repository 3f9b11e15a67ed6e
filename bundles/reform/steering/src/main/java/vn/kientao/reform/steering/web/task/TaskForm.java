package vn.kientao.reform.steering.web.task;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.domain.task.Term;
import vn.kientao.reform.steering.web.FormReader;

/** Reads the form that gives a task. */
public final class TaskForm {
    /** Who can be made to answer for a task. */
    public static final List<String> WORKERS = List.of(
            Roles.AGENCY_HEAD,
            Roles.COORDINATOR,
            Roles.HANDLER,
            Roles.DESK_OFFICER,
            Roles.STANDING_OFFICE,
            Roles.FIELD_LEAD,
            Roles.INSPECTOR);

    private static final TextBundle TEXTS = TextBundle.of(TaskForm.class);
    private static final int TITLE = 1_000;
    private static final int NAME = 200;

    private final FormReader reader;
    private final Function<Part, List<String>> parties;
    private final String own;
    private final LocalDate today;
    private final FormErrors errors;
    private final Agencies agencies;
    private final List<Area> areas;

    TaskForm(Request request, FormErrors errors, Agencies agencies, List<Area> areas) {
        this(new FormReader(request, errors), part -> request.fieldAll(part.name()), request, errors, agencies, areas);
    }

    /** Of a form or of what a program sent; {@code parties} are the agencies chosen for each part. */
    public TaskForm(
            FormReader reader,
            Function<Part, List<String>> parties,
            Request request,
            FormErrors errors,
            Agencies agencies,
            List<Area> areas) {
        this.reader = reader;
        this.parties = parties;
        this.own = request.agency().code();
        this.today = TaskDoor.today(request);
        this.errors = errors;
        this.agencies = agencies;
        this.areas = areas;
    }

    /** What stands in the fields; those that take several agencies joined by commas. */
    static Map<String, String> values(Request request) {
        Map<String, String> values = new HashMap<>(request.fields());
        for (Part part : Part.values()) {
            values.put(part.name(), String.join(",", request.fieldAll(part.name())));
        }
        return values;
    }

    /** The task to be given; empty when something is wrong. */
    public Optional<TaskOrder> order(Tasks tasks) {
        String title = reader.text("title", 1, TITLE);
        String product = reader.text("product", 1, TITLE);
        String area = area();
        String lead = agency("lead", reader.field("lead").orElse(""));
        String division = reader.text("division", 0, NAME);
        String person = reader.text("person", 0, NAME);
        Optional<BigDecimal> budget = reader.amount("budget");
        String source = reader.text("budgetSource", 0, NAME);
        Term term = term();
        Optional<LocalDate> due = term == Term.DATED ? reader.neededDay("due") : Optional.empty();
        due.filter(day -> day.isBefore(today))
                .ifPresent(day -> errors.add("due", TEXTS.text("task.error.due", Formats.date(day))));
        Optional<Task> parent = reader.field("parent").flatMap(code -> parent(tasks, code));
        Set<String> cooperating = agencies(Part.COOPERATE);
        Set<String> approving = agencies(Part.APPROVE);
        Set<String> watching = agencies(Part.WATCH);
        if (cooperating.contains(lead)) {
            errors.add(Part.COOPERATE.name(), TEXTS.text("task.error.cooperates", lead));
        }
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TaskOrder(
                title,
                product,
                area,
                number("document"),
                number("clause"),
                parent.map(Task::id),
                lead,
                division,
                person,
                Optional.empty(),
                budget,
                source,
                term,
                due,
                cooperating,
                watching,
                approving));
    }

    private String area() {
        String code = reader.field("area").orElse("");
        if (areas.stream().noneMatch(area -> area.code().equals(code))) {
            errors.add("area", TEXTS.text("task.error.area", code));
        }
        return code;
    }

    private Term term() {
        String word = reader.field("term").orElse("");
        return Arrays.stream(Term.values())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElseGet(() -> {
                    errors.add("term", TEXTS.text("task.error.term", word));
                    return Term.NONE;
                });
    }

    private String agency(String field, String code) {
        if (agencies.find(code).filter(agency -> agency.existsOn(today)).isEmpty()) {
            errors.add(field, TEXTS.text("task.error.agency", code));
        }
        return code;
    }

    private Set<String> agencies(Part part) {
        Set<String> codes = new HashSet<>(parties.apply(part));
        codes.forEach(code -> agency(part.name(), code));
        return codes;
    }

    /** A task of which this one is to be a part: one that the agency leads or gave, and that is not done. */
    private Optional<Task> parent(Tasks tasks, String code) {
        Optional<Task> found = tasks.find(code)
                .filter(view -> view.task().state().open())
                .filter(view -> view.has(own, Part.LEAD) || view.has(own, Part.GIVE))
                .map(Tasks.View::task);
        if (found.isEmpty()) {
            errors.add("parent", TEXTS.text("task.error.parent", code));
        }
        return found;
    }

    private Optional<Long> number(String field) {
        return reader.field(field).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }
}
