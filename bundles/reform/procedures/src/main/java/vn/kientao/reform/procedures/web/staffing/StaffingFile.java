package vn.kientao.reform.procedures.web.staffing;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFile.Column;
import vn.kientao.platform.api.table.TableFile.Line;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.staffing.Posting;

/** The register of desk staff as a file, with what the rules find in each posting. */
final class StaffingFile {
    private final StaffingModel model;
    private final Page page;

    StaffingFile(StaffingModel model) {
        this.model = model;
        this.page = model.page();
    }

    TableFile table(String agency) {
        return new TableFile(
                "nhan-su-mot-cua-" + agency + "-" + model.today(),
                "desk-staff",
                page.text("staffing.title"),
                List.of(Formats.date(model.today())),
                List.of(
                        column("desk", 20),
                        column("person", 26),
                        column("kind", 14),
                        column("grade", 20),
                        column("years", 8),
                        column("from", 12),
                        column("to", 12),
                        column("decision", 24),
                        column("findings", 50)),
                this::say,
                List.of());
    }

    private Column column(String name, int width) {
        return new Column(page.text("staffing." + name), width);
    }

    private void say(Line line) throws IOException {
        for (Posting posting : model.postings()) {
            line.add(List.of(
                    SheetCell.text(posting.desk()),
                    SheetCell.text(posting.person()),
                    SheetCell.text(page.text(posting.reserve() ? "staffing.reserve" : "staffing.official")),
                    SheetCell.text(page.text(posting.grade().textKey())),
                    SheetCell.number(posting.years()),
                    SheetCell.day(posting.from()),
                    SheetCell.day(posting.to()),
                    SheetCell.text(posting.decision()),
                    SheetCell.text(
                            model.findings(posting).stream().map(model::words).collect(Collectors.joining("; ")))));
        }
    }
}
