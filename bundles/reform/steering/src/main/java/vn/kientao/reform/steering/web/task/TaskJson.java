package vn.kientao.reform.steering.web.task;

import static vn.kientao.reform.steering.web.Typed.put;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Task;

/**
 * A task for programs; days as {@code 2026-12-31}.
 *
 * @param standing as of today
 * @param version to be named in {@code If-Match} by who changes it
 */
public record TaskJson(
        String code,
        String title,
        String product,
        String area,
        String giver,
        String lead,
        String division,
        String person,
        String term,
        @Nullable String originalDue,
        @Nullable String due,
        String state,
        String standing,
        int progress,
        @Nullable String reportedOn,
        @Nullable String doneOn,
        String result,
        String givenOn,
        long version) {

    static TaskJson of(Task task, LocalDate today) {
        return new TaskJson(
                task.code(),
                task.title(),
                task.product(),
                task.area(),
                task.giver(),
                task.lead(),
                task.division(),
                task.person(),
                task.term().name(),
                task.originalDue().map(LocalDate::toString).orElse(null),
                task.due().map(LocalDate::toString).orElse(null),
                task.state().name(),
                task.standing(today).name(),
                task.progress(),
                task.reportedOn().map(LocalDate::toString).orElse(null),
                task.doneOn().map(LocalDate::toString).orElse(null),
                task.result(),
                task.givenOn().toString(),
                task.version());
    }

    /** A page of tasks; {@code next} is the {@code after} of the page behind it. */
    public record Listing(List<TaskJson> tasks, @Nullable String next) {
        public Listing {
            tasks = List.copyOf(tasks);
        }
    }

    /** A task with all that belongs to it. */
    public record Whole(TaskJson task, List<PartyJson> parties, List<EventJson> events, List<String> parts) {
        public Whole {
            parties = List.copyOf(parties);
            events = List.copyOf(events);
            parts = List.copyOf(parts);
        }

        static Whole of(Tasks.View view, LocalDate today) {
            return new Whole(
                    TaskJson.of(view.task(), today),
                    view.parties().stream()
                            .map(party -> new PartyJson(
                                    party.agency(),
                                    party.part().name(),
                                    party.since().toString(),
                                    party.until().map(LocalDate::toString).orElse(null)))
                            .toList(),
                    view.events().stream()
                            .map(event -> new EventJson(
                                    event.at().toString(),
                                    event.action(),
                                    event.agency(),
                                    event.note(),
                                    event.progress()))
                            .toList(),
                    view.children().stream().map(Task::code).toList());
        }
    }

    /** @param until the last day of the part; none while it lasts */
    public record PartyJson(
            String agency,
            String part,
            String since,
            @Nullable String until) {}

    public record EventJson(String at, String action, String agency, String note, int progress) {}

    /**
     * A task to be given.
     *
     * @param term {@code DATED}, {@code NONE} or {@code REGULAR}
     * @param parent code of the task of which it is a part
     * @param cooperating codes of agencies, as {@code approving} and {@code watching}
     */
    public record New(
            @Nullable String title,
            @Nullable String product,
            @Nullable String area,
            @Nullable String lead,
            @Nullable String division,
            @Nullable String person,
            @Nullable String term,
            @Nullable String due,
            @Nullable BigDecimal budget,
            @Nullable String budgetSource,
            @Nullable String parent,
            @Nullable List<String> cooperating,
            @Nullable List<String> approving,
            @Nullable List<String> watching) {

        Map<String, String> values() {
            Map<String, String> values = new HashMap<>();
            put(values, "title", title);
            put(values, "product", product);
            put(values, "area", area);
            put(values, "lead", lead);
            put(values, "division", division);
            put(values, "person", person);
            put(values, "term", term == null && due != null ? "DATED" : term);
            put(values, "due", day(due));
            put(values, "budget", budget == null ? null : budget.toPlainString());
            put(values, "budgetSource", budgetSource);
            put(values, "parent", parent);
            return values;
        }

        List<String> parties(Part part) {
            List<String> given = switch (part) {
                case COOPERATE -> cooperating;
                case APPROVE -> approving;
                case WATCH -> watching;
                case LEAD, GIVE -> null;
            };
            return given == null ? List.of() : List.copyOf(given);
        }
    }

    /**
     * A step.
     *
     * @param note reason or result; may be left out where nothing has to be said
     * @param progress in per cent, of {@code progress}
     * @param account who answers for it, of {@code assign}
     */
    public record Step(
            @Nullable String note,
            @Nullable Integer progress,
            @Nullable String division,
            @Nullable String person,
            @Nullable String account) {

        Map<String, String> values() {
            Map<String, String> values = new HashMap<>();
            put(values, "note", note);
            put(values, "progress", progress == null ? null : "" + progress);
            put(values, "division", division);
            put(values, "person", person);
            put(values, "account", account);
            return values;
        }
    }

    /** @param wanted the last day that is asked for */
    public record Wish(@Nullable String wanted, @Nullable String reason) {
        Map<String, String> values() {
            Map<String, String> values = new HashMap<>();
            put(values, "wanted", day(wanted));
            put(values, "reason", reason);
            return values;
        }
    }

    /** @param day the new last day; none to refuse */
    public record Decision(@Nullable String day, @Nullable String answer) {
        Map<String, String> values() {
            Map<String, String> values = new HashMap<>();
            put(values, "decision", day == null ? "refuse" : "grant");
            put(values, "day", TaskJson.day(day));
            put(values, "answer", answer);
            return values;
        }
    }

    /** A day as forms have it; what is none is left for the form to refuse. */
    private static @Nullable String day(@Nullable String iso) {
        try {
            return iso == null ? null : Formats.date(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            return iso;
        }
    }
}
