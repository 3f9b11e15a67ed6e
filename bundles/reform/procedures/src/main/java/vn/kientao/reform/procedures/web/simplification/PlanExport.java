package vn.kientao.reform.procedures.web.simplification;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFile.Column;
import vn.kientao.platform.api.table.TableFile.Line;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.app.simplification.Reviews;
import vn.kientao.reform.procedures.domain.simplification.Cost;
import vn.kientao.reform.procedures.domain.simplification.Criterion;
import vn.kientao.reform.procedures.domain.simplification.ReviewPlan;
import vn.kientao.reform.procedures.domain.simplification.ReviewSheet;
import vn.kientao.reform.procedures.domain.simplification.Side;

/** The sheets of a plan as a file, page after page. */
final class PlanExport {
    private static final int PAGE = 200;
    private static final int PERCENT = 2;

    private final Reviews reviews;
    private final ReviewPlan plan;
    private final Texts texts;

    PlanExport(Reviews reviews, ReviewPlan plan, Texts texts) {
        this.reviews = reviews;
        this.plan = plan;
        this.texts = texts;
    }

    TableFile table() {
        return new TableFile(
                "ra-soat-" + plan.year() + "-" + plan.id(),
                "review-plan",
                plan.title(),
                List.of(),
                columns(),
                this::say,
                List.of());
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column(texts.get("simplification.column.code"), 14),
                new Column(texts.get("simplification.column.name"), 40),
                new Column(texts.get("simplification.column.stage"), 16)));
        for (Criterion criterion : Criterion.values()) {
            columns.add(new Column(texts.get("simplification.criterion." + criterion.word()), 14));
        }
        columns.add(new Column(texts.get("simplification.proposal"), 50));
        for (Side side : Side.values()) {
            String name = texts.get("simplification.side." + side.word());
            columns.add(new Column(texts.get("simplification.one-case") + " - " + name, 16));
            columns.add(new Column(texts.get("simplification.year-cost") + " - " + name, 18));
        }
        columns.add(new Column(texts.get("simplification.change"), 12));
        return columns;
    }

    private void say(Line line) throws IOException {
        String above = "";
        List<ReviewSheet> sheets;
        do {
            sheets = reviews.sheets(plan.agency(), plan.id(), above, PAGE);
            for (ReviewSheet sheet : sheets) {
                line.add(cells(sheet));
                above = sheet.procedure();
            }
        } while (sheets.size() == PAGE);
    }

    private List<SheetCell> cells(ReviewSheet sheet) {
        List<SheetCell> cells = new ArrayList<>(List.of(
                SheetCell.text(sheet.procedure()),
                SheetCell.text(sheet.name()),
                SheetCell.text(texts.get("simplification.stage." + sheet.stage().word()))));
        for (Criterion criterion : Criterion.values()) {
            cells.add(SheetCell.text(texts.get("simplification.verdict."
                    + sheet.opinion(criterion).verdict().word())));
        }
        cells.add(SheetCell.text(sheet.proposal()));
        for (Side side : Side.values()) {
            Optional<Cost> cost = Optional.ofNullable(sheet.costs().get(side));
            cells.add(number(cost, Cost::oneCase));
            cells.add(number(cost, Cost::year));
        }
        cells.add(change(sheet.costs().get(Side.NOW), sheet.costs().get(Side.AFTER)));
        return cells;
    }

    private static SheetCell number(Optional<Cost> cost, Function<Cost, BigDecimal> figure) {
        return cost.map(figure).map(SheetCell::number).orElse(SheetCell.empty());
    }

    private static SheetCell change(@Nullable Cost before, @Nullable Cost after) {
        return before == null || after == null
                ? SheetCell.empty()
                : SheetCell.percent(Cost.change(before, after).movePointLeft(PERCENT));
    }
}
