package vn.kientao.reform.steering.store.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.kientao.reform.steering.domain.task.Standing;
import vn.kientao.reform.steering.domain.task.TaskFilter;

/** A filter as a condition of a statement about {@code steering.task t}, with its values. */
final class TaskConditions {
    private final List<String> parts = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final boolean open;

    TaskConditions(TaskFilter filter) {
        open = filter.open();
        filter.agency().ifPresent(agency -> {
            values.put("agency", agency);
            values.put("part", filter.part().name());
        });
        filter.standing().ifPresent(standing -> add(standing, filter));
        filter.area().ifPresent(area -> equal("area", "area", area));
        filter.account().ifPresent(account -> equal("account", "account", account));
        filter.clause().ifPresent(clause -> equal("clause_id", "clause", clause));
        add(filter.narrow());
        if (!filter.words().isEmpty()) {
            parts.add("t.folded LIKE :words ESCAPE '!'");
            values.put("words", "%" + filter.words().replaceAll("([!%_])", "!$1") + "%");
        }
    }

    private void add(TaskFilter.Narrow narrow) {
        narrow.dueFrom().ifPresent(day -> bound("due >= ", "dueFrom", day));
        narrow.dueTo().ifPresent(day -> bound("due <= ", "dueTo", day));
        narrow.doneFrom().ifPresent(day -> bound("done_on >= ", "doneFrom", day));
        narrow.doneTo().ifPresent(day -> bound("done_on <= ", "doneTo", day));
        narrow.state().ifPresent(state -> equal("state", "state", state.name()));
        narrow.division().ifPresent(division -> equal("division", "division", division));
        narrow.person().ifPresent(person -> equal("person", "person", person));
    }

    private void bound(String comparison, String name, Object value) {
        parts.add("t." + comparison + ":" + name);
        values.put(name, value);
    }

    private void equal(String column, String name, Object value) {
        parts.add("t." + column + " = :" + name);
        values.put(name, value);
    }

    private void add(Standing standing, TaskFilter filter) {
        String overdue = "((t.state = 'OPEN' AND t.due < :today) OR (t.state = 'REPORTED' AND t.reported_on > t.due))";
        switch (standing) {
            case OVERDUE -> parts.add(overdue);
            case WITHIN_TERM -> parts.add("t.state IN ('OPEN', 'REPORTED') AND t.term = 'DATED' AND NOT " + overdue);
            case NO_TERM -> parts.add("t.state IN ('OPEN', 'REPORTED') AND t.term <> 'DATED'");
            case PAUSED -> parts.add("t.state = 'PAUSED'");
            case CANCELLED -> parts.add("t.state = 'CANCELLED'");
            case DONE_ON_TIME -> parts.add("t.state = 'DONE' AND t.done_on <= t.due");
            case DONE_LATE -> parts.add("t.state = 'DONE' AND t.done_on > t.due");
        }
        if (standing == Standing.OVERDUE || standing == Standing.WITHIN_TERM) {
            values.put("today", filter.today());
        }
    }

    String sql() {
        return parts.isEmpty() ? "1 = 1" : String.join(" AND ", parts);
    }

    Map<String, Object> values() {
        return values;
    }

    boolean open() {
        return open;
    }
}
