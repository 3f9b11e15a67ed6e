package vn.kientao.reform.steering.web.plan;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.kientao.platform.api.documents.SheetLimits;
import vn.kientao.platform.api.documents.SheetReader;
import vn.kientao.platform.api.documents.SheetRow;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.FormErrors;

/** Reads the rows below the header of a sheet; columns are known by their titles, in either language and any order. */
final class PlanSheetReader {
    private static final int MOST_ROWS = 520;
    private static final int HEADER_WITHIN = 10;
    private static final int LONGEST_CELL = 2_000;
    private static final List<String> NEEDED = List.of("area", "title", "product", "person");

    private final Sheets sheets;
    private final FormErrors errors;

    PlanSheetReader(Sheets sheets, FormErrors errors) {
        this.sheets = sheets;
        this.errors = errors;
    }

    /** Cells by row and field; empty, with errors, when the sheet has no header or no rows. */
    Map<Integer, Map<String, String>> rows(InputStream in) throws IOException {
        Map<Integer, Map<String, String>> rows = new TreeMap<>();
        Map<Integer, String> header = Map.of();
        try (SheetReader reader = sheets.read(in, SheetLimits.ofRows(MOST_ROWS))) {
            for (Optional<SheetRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                if (header.isEmpty()) {
                    header = header(row.get());
                    if (header.isEmpty() && row.get().number() > HEADER_WITHIN) {
                        break;
                    }
                } else {
                    add(rows, row.get(), header);
                }
            }
        }
        if (header.isEmpty()) {
            errors.add("file", PlanWords.text("plan.error.header", titles()));
        } else if (rows.isEmpty()) {
            errors.add("file", PlanWords.text("plan.error.no-rows"));
        }
        return rows;
    }

    /** Field by column, when the row is the header. */
    private static Map<Integer, String> header(SheetRow row) {
        Map<Integer, String> header = new HashMap<>();
        for (int column = 0; column < row.cells().size(); column++) {
            String title = Folding.fold(row.cell(column));
            for (String name : ItemFields.NAMES) {
                LocalText words = PlanWords.text("plan.column." + name);
                if (Folding.fold(words.vi()).equals(title)
                        || Folding.fold(words.en()).equals(title)) {
                    header.put(column, name);
                }
            }
        }
        return header.values().containsAll(NEEDED) ? header : Map.of();
    }

    private static String titles() {
        return String.join(
                ", ",
                NEEDED.stream()
                        .map(name -> "“" + PlanWords.text("plan.column." + name).vi() + "”")
                        .toList());
    }

    private void add(Map<Integer, Map<String, String>> rows, SheetRow row, Map<Integer, String> header) {
        Map<String, String> cells = new LinkedHashMap<>();
        header.forEach((column, field) -> {
            String cell = row.cell(column);
            if (cell.length() > LONGEST_CELL) {
                errors.add(
                        "file",
                        PlanWords.text("plan.error.cell", "" + row.number(), "" + cell.length(), "" + LONGEST_CELL));
            } else if (!cell.isEmpty()) {
                cells.put(field, cell);
            }
        });
        if (!cells.isEmpty()) {
            rows.put(row.number(), cells);
        }
    }
}
