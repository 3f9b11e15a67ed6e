package vn.kientao.reform.procedures.web.simplification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.reform.procedures.domain.simplification.Cost;
import vn.kientao.reform.procedures.domain.simplification.CostTask;

/**
 * The costs of one side as they are typed: a row for each task, named by its number. Decimals take a comma or a point,
 * amounts may carry points between thousands. A row without a task's words is passed over when it is empty.
 */
final class CostForm {
    /** Columns of amounts, in đồng. */
    static final List<String> AMOUNTS = List.of("income", "service", "fee", "other");
    /** Columns of decimals. */
    static final List<String> DECIMALS = List.of("hours", "people");

    private static final int MOST_ROWS = 30;
    private static final int MORE_ROWS = 3;
    private static final int LONGEST = 400;

    private final Map<String, String> typed;

    CostForm(Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
    }

    static CostForm of(Optional<Cost> cost) {
        Map<String, String> typed = new HashMap<>();
        cost.ifPresent(known -> {
            typed.put("times", text(known.timesAYear()));
            typed.put("subjects", String.valueOf(known.subjects()));
            int row = 0;
            for (CostTask task : known.tasks()) {
                row++;
                typed.put("task-" + row, task.task());
                typed.put("hours-" + row, text(task.hours()));
                typed.put("people-" + row, text(task.people()));
                typed.put("income-" + row, String.valueOf(task.hourlyIncome()));
                typed.put("service-" + row, String.valueOf(task.service()));
                typed.put("fee-" + row, String.valueOf(task.fee()));
                typed.put("other-" + row, String.valueOf(task.other()));
            }
        });
        return new CostForm(typed);
    }

    private static String text(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** How many rows the form shows: those that are filled in and a few more. */
    int rows() {
        int filled = 0;
        for (int row = 1; row <= MOST_ROWS; row++) {
            if (!empty(row)) {
                filled = row;
            }
        }
        return Math.min(MOST_ROWS, filled + MORE_ROWS);
    }

    private boolean empty(int row) {
        return value("task-" + row).isBlank()
                && DECIMALS.stream()
                        .allMatch(column -> value(column + "-" + row).isBlank())
                && AMOUNTS.stream().allMatch(column -> value(column + "-" + row).isBlank());
    }

    /** The cost, or empty when something typed is wrong; the errors say what. */
    Optional<Cost> read(FormErrors errors) {
        List<CostTask> tasks = new ArrayList<>();
        for (int row = 1; row <= MOST_ROWS; row++) {
            if (!empty(row)) {
                task(row, errors).ifPresent(tasks::add);
            }
        }
        if (tasks.isEmpty() && errors.isEmpty()) {
            errors.add("task-1", ReviewDoor.text("simplification.error.no-task"));
        }
        Optional<BigDecimal> times = decimal("times", "", errors);
        Optional<Long> subjects = amount("subjects", "", errors);
        return errors.isEmpty()
                ? Optional.of(new Cost(tasks, times.orElseThrow(), subjects.orElseThrow()))
                : Optional.empty();
    }

    private Optional<CostTask> task(int row, FormErrors errors) {
        String words = value("task-" + row).strip();
        boolean named = !words.isEmpty() && words.length() <= LONGEST;
        if (!named) {
            errors.add("task-" + row, ReviewDoor.text("simplification.error.task", LONGEST));
        }
        Optional<BigDecimal> hours = decimal("hours-" + row, "0", errors);
        Optional<BigDecimal> people = decimal("people-" + row, "1", errors);
        List<Long> amounts = new ArrayList<>();
        AMOUNTS.forEach(column -> amount(column + "-" + row, "0", errors).ifPresent(amounts::add));
        if (!named || hours.isEmpty() || people.isEmpty() || amounts.size() < AMOUNTS.size()) {
            return Optional.empty();
        }
        return Optional.of(new CostTask(
                words, hours.get(), people.get(), amounts.get(0), amounts.get(1), amounts.get(2), amounts.get(3)));
    }

    private Optional<BigDecimal> decimal(String field, String whenEmpty, FormErrors errors) {
        String text = value(field).isBlank() ? whenEmpty : value(field).strip().replace(',', '.');
        if (!text.matches("\\d{1,8}(\\.\\d{1,2})?")) {
            errors.add(field, ReviewDoor.text("simplification.error.decimal", value(field)));
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    private Optional<Long> amount(String field, String whenEmpty, FormErrors errors) {
        String text = value(field).isBlank() ? whenEmpty : value(field).replaceAll("[.\\s]", "");
        if (!text.matches("\\d{1,13}")) {
            errors.add(field, ReviewDoor.text("simplification.error.amount", value(field)));
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(text));
    }
}
