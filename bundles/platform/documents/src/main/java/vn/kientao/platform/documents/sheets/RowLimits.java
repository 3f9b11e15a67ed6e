package vn.kientao.platform.documents.sheets;

import java.util.List;
import vn.kientao.platform.api.documents.SheetLimits;

/** Counts rows, columns and cells of one sheet while it is read. */
final class RowLimits {
    private final SheetLimits limits;
    private int rows;
    private long cells;

    RowLimits(SheetLimits limits) {
        this.limits = limits;
    }

    /** One more cell, empty or not. */
    void cell() {
        if (++cells > limits.cells()) {
            throw Refusals.over("cells", limits.cells());
        }
    }

    /** One more row that holds something. */
    void take(List<String> row) {
        if (++rows > limits.rows()) {
            throw Refusals.over("rows", limits.rows());
        }
        for (int column = limits.columns(); column < row.size(); column++) {
            if (!row.get(column).isEmpty()) {
                throw tooWide();
            }
        }
    }

    /** Whether a cell of this column, counted from 0, may hold something. */
    boolean reaches(long column) {
        return column < limits.columns();
    }

    RuntimeException tooWide() {
        return Refusals.over("columns", limits.columns() + 1L);
    }
}
