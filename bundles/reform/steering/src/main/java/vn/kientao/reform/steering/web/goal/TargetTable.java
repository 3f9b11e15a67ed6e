package vn.kientao.reform.steering.web.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFile.Column;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.goal.Progress;
import vn.kientao.reform.steering.domain.goal.Target;

/** A list of targets as a file. */
record TargetTable(TargetListModel list) {

    TableFile table(String agency, LocalDate today) {
        int year = list.filter().year();
        return new TableFile(
                "muc-tieu-" + agency + "-" + year,
                "target-list",
                text("target.title-of", "" + year),
                List.of(Formats.date(today)),
                List.of(
                        column("code", 18),
                        column("name", 60),
                        column("area", 30),
                        column("unit", 10),
                        column("wanted", 12),
                        column("year", 8),
                        column("actual", 12),
                        column("as-of", 12),
                        column("origin", 14),
                        column("state", 16),
                        column("responsible", 34),
                        column("basis", 44)),
                line -> {
                    for (Progress row : list.rows()) {
                        line.add(cells(row));
                    }
                },
                List.of());
    }

    private String text(String key, Object... arguments) {
        return page().text(key, arguments);
    }

    private Page page() {
        return list.page();
    }

    private Column column(String name, int width) {
        return new Column(text("target." + name), width);
    }

    private List<SheetCell> cells(Progress row) {
        Target target = row.target();
        Optional<Target.Wanted> wanted = target.wanted(list.filter().year());
        Optional<Progress.Actual> actual = row.by(list.filter().year());
        return List.of(
                SheetCell.text(target.code()),
                SheetCell.text(list.name(row)),
                SheetCell.text(list.area(target.area())),
                SheetCell.text(target.unit()),
                number(wanted.map(Target.Wanted::amount)),
                number(wanted.map(one -> BigDecimal.valueOf(one.year()))),
                number(actual.map(Progress.Actual::amount)),
                actual.map(one -> SheetCell.day(one.asOf())).orElseGet(SheetCell::empty),
                SheetCell.text(actual.map(one -> text(one.counted() ? "target.counted" : "target.entered"))
                        .orElse("")),
                SheetCell.text(list.state(row)),
                SheetCell.text(list.responsible(row)),
                SheetCell.text(target.legalBasis()));
    }

    private static SheetCell number(Optional<BigDecimal> value) {
        return value.map(SheetCell::number).orElseGet(SheetCell::empty);
    }
}
