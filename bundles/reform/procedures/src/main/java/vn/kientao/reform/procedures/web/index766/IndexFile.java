package vn.kientao.reform.procedures.web.index766;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFile.Column;
import vn.kientao.platform.api.table.TableFile.Line;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.index766.IndexItem;
import vn.kientao.reform.procedures.domain.report.Share;

/** The index as a file: each group with its parts below it, and the total. */
final class IndexFile {
    private static final int PERCENT = 2;

    private final IndexModel model;
    private final Page page;

    IndexFile(IndexModel model) {
        this.model = model;
        this.page = model.page();
    }

    TableFile table(String agency, String agencyName) {
        return new TableFile(
                "chi-so-766-" + agency + "-" + model.period().from() + "-"
                        + model.period().to(),
                "service-index",
                page.text("index766.title"),
                List.of(agencyName, model.dates()),
                List.of(
                        new Column(page.text("index766.item"), 60),
                        new Column(page.text("index766.rate"), 14),
                        new Column(page.text("index766.points"), 12),
                        new Column(page.text("index766.most"), 12)),
                this::say,
                List.of());
    }

    private void say(Line line) throws IOException {
        for (IndexItem group : model.groups()) {
            line.add(cells(group.code() + ". " + page.texts().get(group.name()), group));
            for (IndexItem item : model.of(group)) {
                line.add(cells(item.code() + " " + page.texts().get(item.name()), item));
            }
        }
        line.add(List.of(
                SheetCell.text(page.text("index766.total", model.computable())),
                SheetCell.empty(),
                number(model.score().total()),
                SheetCell.empty()));
    }

    private List<SheetCell> cells(String name, IndexItem item) {
        return List.of(
                SheetCell.text(name),
                model.score()
                        .rate(item)
                        .flatMap(Share::percent)
                        .map(percent -> SheetCell.percent(percent.movePointLeft(PERCENT)))
                        .orElse(SheetCell.empty()),
                number(model.score().points(item)),
                number(item.most()));
    }

    private static SheetCell number(Optional<BigDecimal> value) {
        return value.map(SheetCell::number).orElse(SheetCell.empty());
    }
}
