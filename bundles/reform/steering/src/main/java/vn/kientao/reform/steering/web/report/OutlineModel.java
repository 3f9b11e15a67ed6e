package vn.kientao.reform.steering.web.report;

import java.util.List;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.report.OutlineRow;

/** The outline of reports, each row with its form, and a form for one more. */
public record OutlineModel(FormView form, List<OutlineRow> rows) {
    /** What the form of a new row names as its id. */
    public static final String NEW = "new";

    public OutlineModel {
        rows = List.copyOf(rows);
    }

    public Page page() {
        return form.page();
    }

    public boolean failed(String id) {
        return id.equals(form.value("id"));
    }

    /** What stands in a field: what was typed, else what is known. */
    public String value(OutlineRow row, String field) {
        if (failed("" + row.id())) {
            return form.value(field);
        }
        return switch (field) {
            case "position" -> "" + row.position();
            case "titleVi" -> row.title().vi();
            case "titleEn" -> row.title().en();
            case "basis" -> row.legalBasis();
            case "to" -> row.validTo().map(Formats::date).orElse("");
            default -> "";
        };
    }

    public String added(String field) {
        return failed(NEW) ? form.value(field) : "";
    }

    public String id(String id, String field) {
        return failed(id) ? field : field + "-" + id;
    }

    public String error(String id, String field) {
        return failed(id) ? form.error(field).orElse("") : "";
    }
}
