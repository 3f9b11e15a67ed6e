package vn.kientao.reform.procedures.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import vn.kientao.platform.api.text.LocalText;

/**
 * A form of report (biểu mẫu báo cáo) as a row of the rule set.
 *
 * @param code {@code 06a}
 * @param legalBasis where it stands
 */
public record ReportForm(String code, LocalText name, RowBy rowBy, String legalBasis, List<Column> columns) {
    /** What the rows are. */
    public enum RowBy {
        /** Lĩnh vực. */
        FIELD,
        /** Cơ quan. */
        AGENCY
    }

    /**
     * A column.
     *
     * @param group the heading over this column and its neighbours with the same one
     */
    public record Column(Measure measure, LocalText group, LocalText name) {
        public Column {
            requireNonNull(measure, "measure");
            requireNonNull(group, "group");
            requireNonNull(name, "name");
        }
    }

    public ReportForm {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(rowBy, "rowBy");
        requireNonNull(legalBasis, "legalBasis");
        columns = List.copyOf(columns);
    }
}
