package vn.kientao.reform.steering.web.discipline;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFile.Column;
import vn.kientao.platform.api.table.TableFile.Line;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Masking;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.discipline.Discipline;
import vn.kientao.reform.steering.domain.discipline.Breach;
import vn.kientao.reform.steering.domain.discipline.BreachFilter;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.Batches;

/** The register of discipline as a file, with masked names, read a batch at a time. */
final class DisciplineTable {
    private final Discipline discipline;
    private final BreachFilter filter;
    private final AgencyNames names;
    private final Page page;

    DisciplineTable(Discipline discipline, BreachFilter filter, AgencyNames names) {
        this.discipline = discipline;
        this.filter = filter;
        this.names = names;
        this.page = names.page();
    }

    TableFile table(String agency, LocalDate today) {
        return new TableFile(
                "ky-luat-ky-cuong-" + agency + "-" + today,
                "breach-list",
                page.text("discipline.title"),
                List.of(Formats.date(today)),
                List.of(
                        column("code", 18),
                        column("agency", 26),
                        column("kind", 24),
                        column("duty", 50),
                        column("happened", 12),
                        column("days", 10),
                        column("person", 22),
                        column("state", 18),
                        column("followed", 24)),
                this::say,
                List.of());
    }

    private Column column(String name, int width) {
        return new Column(page.text("discipline." + name), width);
    }

    private void say(Line line) throws IOException {
        Batches.say(
                line,
                (behind, most) -> discipline.page(filter, behind.orElse(Long.MAX_VALUE), most),
                Breach::id,
                this::cells);
    }

    private List<SheetCell> cells(Breach breach) {
        return List.of(
                SheetCell.text(breach.code()),
                SheetCell.text(names.of(breach.what().agency())),
                SheetCell.text(page.text(breach.what().kind().textKey())),
                SheetCell.text(breach.what().duty()),
                SheetCell.day(breach.what().happenedOn()),
                SheetCell.text("" + breach.what().daysLate()),
                SheetCell.text(Masking.name(breach.what().person())),
                SheetCell.text(page.text(breach.state().textKey())),
                SheetCell.text(page.text(breach.outcome().followed().textKey())));
    }
}
