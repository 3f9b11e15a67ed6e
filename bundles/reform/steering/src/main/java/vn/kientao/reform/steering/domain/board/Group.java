package vn.kientao.reform.steering.domain.board;

import static java.util.Objects.requireNonNull;

import vn.kientao.reform.steering.domain.task.TaskFigures;

/**
 * How the tasks of a part of an agency stand.
 *
 * @param name code of an area, name of a division or of a person; empty for what has none
 */
public record Group(String name, TaskFigures figures) {
    public Group {
        requireNonNull(name, "name");
        requireNonNull(figures, "figures");
    }
}
