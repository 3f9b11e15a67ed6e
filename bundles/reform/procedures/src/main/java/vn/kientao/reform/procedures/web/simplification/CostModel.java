package vn.kientao.reform.procedures.web.simplification;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.simplification.ReviewSheet;
import vn.kientao.reform.procedures.domain.simplification.Side;

/** The form with the costs of one side. */
public final class CostModel {
    private final Page page;
    private final ReviewSheet sheet;
    private final Side side;
    private final CostForm form;
    private final FormErrors errors;

    CostModel(Page page, ReviewSheet sheet, Side side, CostForm form, FormErrors errors) {
        this.page = page;
        this.sheet = sheet;
        this.side = side;
        this.form = form;
        this.errors = errors;
    }

    public Page page() {
        return page;
    }

    public ReviewSheet sheet() {
        return sheet;
    }

    public Side side() {
        return side;
    }

    public String value(String field) {
        return form.value(field);
    }

    /** Numbers of the rows that are shown. */
    public List<Integer> rows() {
        return IntStream.rangeClosed(1, form.rows()).boxed().toList();
    }

    /** The columns behind the words of a task. */
    public List<String> columns() {
        return List.of("hours", "people", "income", "service", "fee", "other");
    }

    public FormErrors errors() {
        return errors;
    }

    public Optional<String> error(String field) {
        return errors.of(field).map(page.texts()::get);
    }

    public String link(String path) {
        return page.link("/simplification/sheets/" + sheet.id() + path);
    }
}
