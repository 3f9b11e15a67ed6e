package vn.kientao.reform.steering.web.task;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Standing;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskFilter;
import vn.kientao.reform.steering.domain.task.TaskState;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.ListQuery;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * The filter of a list of tasks as it stands in the address: {@code part}, {@code standing}, {@code area}, {@code q},
 * {@code mine}, {@code ended}, {@code state}, {@code dueFrom} … {@code doneTo} (days as {@code 2026-12-31}),
 * {@code division}, {@code person}, {@code scope=all} for the province, {@code at} for another agency of it, {@code after} for
 * the next page.
 */
public final class TaskListQuery extends ListQuery {
    private static final String[] NAMES = {
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
        "person"
    };

    private final Set<String> places;
    private final TaskFilter filter;

    public TaskListQuery(Request request) {
        this(request, Set.of());
    }

    /** @param places agencies of which the reader may see the list as well: those whose work the own one took over */
    public TaskListQuery(Request request, Set<String> places) {
        super(request, NAMES, Set.of("part", "mine", "ended", "scope"));
        this.places = Set.copyOf(places);
        this.filter = new TaskFilter(
                agency(),
                word("part", Part::of).orElse(Part.LEAD),
                word("standing", Standing.values()),
                value("area"),
                value("mine").map(any -> request.actor().account()),
                value("clause").filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf),
                words(),
                has("ended"),
                Acts.today(request),
                new TaskFilter.Narrow(
                        day("dueFrom"),
                        day("dueTo"),
                        day("doneFrom"),
                        day("doneTo"),
                        word("state", TaskState.values()),
                        name("division"),
                        name("person")));
    }

    /** Its own or one whose work it took over; another one, or none in particular, for who sees the province. */
    private Optional<String> agency() {
        String own = request().agency().code();
        Optional<String> at = value("at");
        if (!request().page().can(SteeringPermissions.PROVINCE)) {
            return at.filter(places::contains).or(() -> Optional.of(own));
        }
        return at.or(() -> all() ? Optional.empty() : Optional.of(own));
    }

    /** The name of a division or person; a dash stands for what has none. */
    private Optional<String> name(String field) {
        return value(field).map(value -> value.equals("-") ? "" : value);
    }

    public TaskFilter filter() {
        return filter;
    }

    /** What narrows the list beyond part and place, to be added to an address. */
    String more() {
        StringBuilder more = new StringBuilder();
        for (String name : List.of("area", "q", "clause")) {
            value(name)
                    .ifPresent(value -> more.append('&')
                            .append(name)
                            .append('=')
                            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        }
        return more.toString();
    }

    /** Behind which task the page begins; a key that is none begins anew. */
    Optional<TaskFilter.Key> after() {
        return request().query("after").flatMap(TaskListQuery::key);
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
