package vn.kientao.reform.steering.web.taskimport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.domain.task.Term;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.task.TaskDoor;
import vn.kientao.reform.steering.web.task.TaskForm;

/**
 * What would become of a sheet: the tasks of its good rows, and for each other row what is wrong with which field. Agencies,
 * areas and terms may be given by code or by name.
 */
record Trial(List<TaskOrder> orders, List<Fault> faults) {
    private static final TextBundle TEXTS = TextBundle.of(Trial.class);

    Trial {
        orders = List.copyOf(orders);
        faults = List.copyOf(faults);
    }

    /** What is wrong with a field of a row. */
    record Fault(int row, String field, String value, LocalText message) {}

    static Trial of(
            Map<Integer, Map<String, String>> rows, Request request, Agencies agencies, List<Area> areas, Tasks tasks) {
        List<TaskOrder> orders = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<Agency> present = agencies.on(TaskDoor.today(request));
        rows.forEach((number, cells) -> {
            FormErrors errors = new FormErrors();
            Map<String, String> values = values(cells, present, areas);
            Optional<TaskOrder> order = new TaskForm(
                            new FormReader(values, errors),
                            part -> codes(cells.getOrDefault(part.name(), ""), present),
                            request,
                            errors,
                            agencies,
                            areas)
                    .order(tasks);
            order.ifPresent(orders::add);
            errors.all()
                    .forEach(error -> faults.add(
                            new Fault(number, error.field(), cells.getOrDefault(error.field(), ""), error.message())));
        });
        return new Trial(orders, faults);
    }

    private static Map<String, String> values(Map<String, String> cells, List<Agency> agencies, List<Area> areas) {
        Map<String, String> values = new HashMap<>(cells);
        for (Part part : Part.values()) {
            values.remove(part.name());
        }
        values.computeIfPresent("lead", (field, cell) -> code(cell, agencies));
        values.computeIfPresent(
                "area",
                (field, cell) -> areas.stream()
                        .filter(area -> named(cell, area.code(), area.name()))
                        .findFirst()
                        .map(Area::code)
                        .orElse(cell));
        values.compute(
                "term",
                (field, cell) -> cell == null
                        ? (cells.containsKey("due") ? Term.DATED : Term.NONE).name()
                        : Arrays.stream(Term.values())
                                .filter(term -> named(cell, term.name(), TEXTS.text(term.textKey())))
                                .findFirst()
                                .map(Term::name)
                                .orElse(cell));
        return values;
    }

    private static List<String> codes(String cell, List<Agency> agencies) {
        return Arrays.stream(cell.split("[;\n]", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(one -> code(one, agencies))
                .toList();
    }

    private static String code(String cell, List<Agency> agencies) {
        return agencies.stream()
                .filter(agency -> named(cell, agency.code(), agency.name()))
                .findFirst()
                .map(Agency::code)
                .orElse(cell);
    }

    private static boolean named(String cell, String code, LocalText name) {
        String folded = Folding.fold(cell);
        return cell.equalsIgnoreCase(code)
                || folded.equals(Folding.fold(name.vi()))
                || folded.equals(Folding.fold(name.en()));
    }
}
