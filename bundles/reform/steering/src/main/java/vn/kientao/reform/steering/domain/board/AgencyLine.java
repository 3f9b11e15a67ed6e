package vn.kientao.reform.steering.domain.board;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import vn.kientao.reform.steering.domain.task.TaskFigures;

/**
 * How the tasks that an agency leads stand.
 *
 * @param areas by code of the area; an area without tasks is missing
 * @param key of the agency in the order of the list
 */
public record AgencyLine(String agency, TaskFigures all, Map<String, TaskFigures> areas, BoardOrder.Key key) {
    public AgencyLine {
        requireNonNull(agency, "agency");
        requireNonNull(all, "all");
        areas = Map.copyOf(areas);
        requireNonNull(key, "key");
    }

    public TaskFigures of(String area) {
        return areas.getOrDefault(area, TaskFigures.NONE);
    }
}
