package vn.kientao.reform.steering.web.task;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Standing;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskFilter;
import vn.kientao.reform.steering.domain.task.TaskState;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * The filter of a list of tasks as it stands in the address: {@code part}, {@code standing}, {@code area}, {@code q},
 * {@code mine}, {@code ended}, {@code state}, {@code dueFrom} … {@code doneTo} (days as {@code 2026-12-31}),
 * {@code division}, {@code person}, {@code scope=all} for the province, {@code at} for another agency of it, {@code after} for
 * the next page.
 */
public final class TaskListQuery {
    private static final TextBundle TEXTS = TextBundle.of(TaskListQuery.class);
    private static final int LONGEST = 200;
    private static final List<String> NAMES = List.of(
            "part",
            "standing",
            "area",
            "q",
            "mine",
            "ended",
            "scope",
            "clause",
            "dueFrom",
            "dueTo",
            "doneFrom",
            "doneTo",
            "state",
            "at",
            "division",
            "person");
    private static final Set<String> PLACES = Set.of("part", "mine", "ended", "scope");

    private final Request request;
    private final Set<String> places;
    private final FormErrors errors = new FormErrors();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final TaskFilter filter;

    public TaskListQuery(Request request) {
        this(request, Set.of());
    }

    /** @param places agencies of which the reader may see the list as well: those whose work the own one took over */
    public TaskListQuery(Request request, Set<String> places) {
        this.request = request;
        this.places = Set.copyOf(places);
        for (String name : NAMES) {
            request.query(name).ifPresent(value -> values.put(name, value));
        }
        this.filter = new TaskFilter(
                agency(),
                part(),
                standing(),
                Optional.ofNullable(values.get("area")),
                Optional.ofNullable(values.get("mine"))
                        .map(any -> request.actor().account()),
                clause(),
                words(),
                values.containsKey("ended"),
                LocalDate.ofInstant(request.now(), Formats.ZONE),
                new TaskFilter.Narrow(
                        day("dueFrom"),
                        day("dueTo"),
                        day("doneFrom"),
                        day("doneTo"),
                        state(),
                        name("division"),
                        name("person")));
    }

    /** Its own or one whose work it took over; another one, or none in particular, for who sees the province. */
    private Optional<String> agency() {
        String own = request.agency().code();
        Optional<String> at = Optional.ofNullable(values.get("at"));
        if (!request.page().can(SteeringPermissions.PROVINCE)) {
            return at.filter(places::contains).or(() -> Optional.of(own));
        }
        boolean all = "all".equals(values.get("scope"));
        return at.or(() -> all ? Optional.empty() : Optional.of(own));
    }

    /** The name of a division or person; a dash stands for what has none. */
    private Optional<String> name(String field) {
        return Optional.ofNullable(values.get(field)).map(value -> value.equals("-") ? "" : value);
    }

    private Optional<LocalDate> day(String name) {
        Optional<String> given = Optional.ofNullable(values.get(name));
        try {
            return given.map(LocalDate::parse);
        } catch (DateTimeException e) {
            errors.add(name, TEXTS.text("task.error.iso-day", given.orElse("")));
            return Optional.empty();
        }
    }

    private Optional<TaskState> state() {
        String word = values.get("state");
        Optional<TaskState> found = Arrays.stream(TaskState.values())
                .filter(one -> one.name().equals(word))
                .findFirst();
        if (word != null && found.isEmpty()) {
            errors.add("state", TEXTS.text("task.error.standing", word));
        }
        return found;
    }

    private Part part() {
        String word = values.getOrDefault("part", Part.LEAD.name());
        return Part.of(word).orElseGet(() -> {
            errors.add("part", TEXTS.text("task.error.part", word));
            return Part.LEAD;
        });
    }

    private Optional<Standing> standing() {
        String word = values.get("standing");
        if (word == null) {
            return Optional.empty();
        }
        Optional<Standing> found = Arrays.stream(Standing.values())
                .filter(one -> one.name().equals(word))
                .findFirst();
        if (found.isEmpty()) {
            errors.add("standing", TEXTS.text("task.error.standing", word));
        }
        return found;
    }

    private Optional<Long> clause() {
        return Optional.ofNullable(values.get("clause"))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    private String words() {
        String typed = values.getOrDefault("q", "");
        if (typed.length() > LONGEST) {
            errors.add("q", TEXTS.text("form.error.length", "" + typed.length(), "0", "" + LONGEST));
            return "";
        }
        return Folding.fold(typed);
    }

    public TaskFilter filter() {
        return filter;
    }

    /** What narrows the list beyond part and place, to be added to an address. */
    String more() {
        StringBuilder more = new StringBuilder();
        for (String name : List.of("area", "q", "clause")) {
            Optional.ofNullable(values.get(name)).ifPresent(value -> more.append('&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        }
        return more.toString();
    }

    FormErrors errors() {
        return errors;
    }

    FormView form() {
        return new FormView(request.page(), values, errors);
    }

    /** Whether the list is narrowed beyond part and place. */
    boolean narrowed() {
        return values.keySet().stream().anyMatch(name -> !PLACES.contains(name));
    }

    /** Behind which task the page begins; a key that is none begins anew. */
    Optional<TaskFilter.Key> after() {
        return request.query("after").flatMap(TaskListQuery::key);
    }

    private static Optional<TaskFilter.Key> key(String text) {
        int bar = text.indexOf('_');
        if (bar < 0 || !text.substring(bar + 1).matches("\\d{1,18}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TaskFilter.Key(
                    LocalDate.parse(text.substring(0, bar)), Long.parseLong(text.substring(bar + 1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The key of the page behind this task. */
    static String key(Task last) {
        return last.due().map(LocalDate::toString).orElse("9999-12-31") + "_" + last.id();
    }
}
