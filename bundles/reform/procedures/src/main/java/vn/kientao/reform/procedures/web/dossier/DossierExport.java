package vn.kientao.reform.procedures.web.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.documents.SheetColumn;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.SheetLayout;
import vn.kientao.platform.api.documents.SheetWriter;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.app.dossier.DossierFilter;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.domain.dossier.DossierRow;

/** Writes all dossiers of a list as a sheet, page after page, so that its length does not matter. */
final class DossierExport {
    private static final int PAGE = 500;
    private static final List<Column> COLUMNS = List.of(
            new Column("code", 22),
            new Column("procedure", 50),
            new Column("field", 20),
            new Column("name", 28),
            new Column("phone", 14),
            new Column("received", 18),
            new Column("due", 18),
            new Column("finished", 18),
            new Column("status", 16),
            new Column("place", 28));

    private final Sheets sheets;
    private final Dossiers dossiers;
    private final String agency;
    private final DossierFilter filter;
    private final LocalDateTime now;
    private final PersonalData personal;
    private final Texts texts;

    DossierExport(
            Sheets sheets,
            Dossiers dossiers,
            String agency,
            DossierFilter filter,
            LocalDateTime now,
            PersonalData personal,
            Texts texts) {
        this.sheets = sheets;
        this.dossiers = dossiers;
        this.agency = agency;
        this.filter = filter;
        this.now = now;
        this.personal = personal;
        this.texts = texts;
    }

    void writeTo(SheetFormat format, OutputStream out) throws IOException {
        SheetLayout layout = SheetLayout.of(
                texts.get("dossier.list.sheet"),
                COLUMNS.stream()
                        .map(column -> new SheetColumn(texts.get("dossier.column." + column.name()), column.width()))
                        .toList());
        try (SheetWriter sheet = sheets.write(format, out, layout)) {
            Optional<Long> after = Optional.empty();
            List<DossierRow> rows;
            do {
                rows = dossiers.page(agency, filter, now, after, PAGE);
                for (DossierRow row : rows) {
                    sheet.row(cells(personal.of(row)));
                }
                after = rows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(rows.get(rows.size() - 1).listKey());
            } while (rows.size() == PAGE);
        }
    }

    private List<SheetCell> cells(DossierRow row) {
        return List.of(
                SheetCell.text(row.code().toString()),
                SheetCell.text(row.procedure()),
                SheetCell.text(row.field()),
                SheetCell.text(row.applicant()),
                SheetCell.text(row.phone()),
                SheetCell.time(row.receivedAt()),
                SheetCell.time(row.dueAt()),
                row.finishedAt().map(SheetCell::time).orElse(SheetCell.empty()),
                SheetCell.text(texts.get(row.status().textKey())),
                SheetCell.text(row.place()));
    }

    private record Column(String name, int width) {}
}
