package vn.kientao.reform.steering.web.pilot;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFile.Column;
import vn.kientao.platform.api.table.TableFile.Line;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.pilot.Pilots;
import vn.kientao.reform.steering.domain.pilot.Pilot;
import vn.kientao.reform.steering.domain.pilot.PilotFilter;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.Batches;

/** A list of pilots as a file, read a batch at a time. */
final class PilotTable {
    private final Pilots pilots;
    private final PilotFilter filter;
    private final AgencyNames names;
    private final Page page;

    PilotTable(Pilots pilots, PilotFilter filter, AgencyNames names) {
        this.pilots = pilots;
        this.filter = filter;
        this.names = names;
        this.page = names.page();
    }

    TableFile table(String agency, LocalDate today) {
        return new TableFile(
                "thi-diem-" + agency + "-" + today,
                "pilot-list",
                page.text("pilot.title"),
                List.of(Formats.date(today)),
                List.of(
                        column("code", 18),
                        column("name", 50),
                        column("proposer", 26),
                        column("agencies", 40),
                        column("from", 12),
                        column("to", 12),
                        column("stage", 8),
                        column("state", 18),
                        column("decision", 18)),
                this::say,
                List.of());
    }

    private Column column(String name, int width) {
        return new Column(page.text("pilot." + name), width);
    }

    private void say(Line line) throws IOException {
        Batches.<Pilots.Row, Long>say(
                line,
                (behind, most) -> pilots.page(filter, behind.orElse(Long.MAX_VALUE), most),
                row -> row.pilot().id(),
                row -> cells(row.pilot()));
    }

    private List<SheetCell> cells(Pilot pilot) {
        return List.of(
                SheetCell.text(pilot.code()),
                SheetCell.text(pilot.plan().title()),
                SheetCell.text(names.of(pilot.proposer())),
                SheetCell.text(pilot.plan().agencies().stream().map(names::of).collect(Collectors.joining("; "))),
                SheetCell.day(pilot.plan().from()),
                SheetCell.day(pilot.plan().to()),
                SheetCell.text("" + pilot.stage()),
                SheetCell.text(page.text(pilot.state().textKey())),
                SheetCell.text(page.text(pilot.decision().outcome().textKey())));
    }
}
