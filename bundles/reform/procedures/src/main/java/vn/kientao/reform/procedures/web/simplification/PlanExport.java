package vn.kientao.reform.procedures.web.simplification;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.app.simplification.Reviews;
import vn.kientao.reform.procedures.domain.simplification.Cost;
import vn.kientao.reform.procedures.domain.simplification.Criterion;
import vn.kientao.reform.procedures.domain.simplification.ReviewPlan;
import vn.kientao.reform.procedures.domain.simplification.ReviewSheet;
import vn.kientao.reform.procedures.domain.simplification.Side;
import vn.kientao.reform.procedures.web.Csv;

/** Writes the sheets of a plan as CSV, page after page. */
final class PlanExport {
    private static final int PAGE = 200;

    private final Reviews reviews;
    private final ReviewPlan plan;
    private final Texts texts;

    PlanExport(Reviews reviews, ReviewPlan plan, Texts texts) {
        this.reviews = reviews;
        this.plan = plan;
        this.texts = texts;
    }

    void writeTo(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Csv csv = new Csv(writer);
        csv.line(headings());
        String above = "";
        List<ReviewSheet> sheets;
        do {
            sheets = reviews.sheets(plan.agency(), plan.id(), above, PAGE);
            for (ReviewSheet sheet : sheets) {
                csv.line(cells(sheet));
                above = sheet.procedure();
            }
        } while (sheets.size() == PAGE);
        writer.flush();
    }

    private List<String> headings() {
        List<String> cells = new ArrayList<>();
        for (String name : List.of("code", "name", "stage")) {
            cells.add(texts.get("simplification.column." + name));
        }
        for (Criterion criterion : Criterion.values()) {
            cells.add(texts.get("simplification.criterion." + criterion.word()));
        }
        cells.add(texts.get("simplification.proposal"));
        for (Side side : Side.values()) {
            String name = texts.get("simplification.side." + side.word());
            cells.add(texts.get("simplification.one-case") + " - " + name);
            cells.add(texts.get("simplification.year-cost") + " - " + name);
        }
        cells.add(texts.get("simplification.change"));
        return cells;
    }

    private List<String> cells(ReviewSheet sheet) {
        List<String> cells = new ArrayList<>(List.of(
                sheet.procedure(),
                sheet.name(),
                texts.get("simplification.stage." + sheet.stage().word())));
        for (Criterion criterion : Criterion.values()) {
            cells.add(texts.get("simplification.verdict."
                    + sheet.opinion(criterion).verdict().word()));
        }
        cells.add(sheet.proposal());
        for (Side side : Side.values()) {
            Optional<Cost> cost = Optional.ofNullable(sheet.costs().get(side));
            cells.add(number(cost, Cost::oneCase));
            cells.add(number(cost, Cost::year));
        }
        cells.add(PlanModel.change(sheet.costs().get(Side.NOW), sheet.costs().get(Side.AFTER)));
        return cells;
    }

    private static String number(Optional<Cost> cost, Function<Cost, BigDecimal> figure) {
        return cost.map(figure).map(BigDecimal::toPlainString).orElse("");
    }
}
