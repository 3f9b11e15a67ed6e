package vn.kientao.reform.steering.web.taskimport;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.kientao.platform.api.documents.SheetLimits;
import vn.kientao.platform.api.documents.SheetReader;
import vn.kientao.platform.api.documents.SheetRefusedException;
import vn.kientao.platform.api.documents.SheetRow;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.domain.taskimport.ImportColumn;

/**
 * Reads a sheet of tasks: a header with the titles of the columns in either language or the names of the fields, in any
 * order, and one task a row.
 */
final class SheetTasks {
    private static final TextBundle TEXTS = TextBundle.of(SheetTasks.class);
    private static final int MOST_ROWS = 1_000;
    private static final int HEADING = 50;
    private static final int LONGEST = 2_000;

    private final Sheets sheets;

    SheetTasks(Sheets sheets) {
        this.sheets = sheets;
    }

    /**
     * The cells by row and field, without empty rows.
     *
     * @throws SheetRefusedException when the file is no sheet, has no header, or no row below it
     */
    Map<Integer, Map<String, String>> read(InputStream in) throws IOException {
        Map<Integer, Map<String, String>> rows = new TreeMap<>();
        try (SheetReader reader = sheets.read(in, SheetLimits.ofRows(MOST_ROWS + HEADING))) {
            Map<Integer, ImportColumn> header = Map.of();
            Optional<SheetRow> row = reader.next();
            while (row.isPresent()) {
                if (header.isEmpty()) {
                    header = header(row.get());
                } else {
                    add(rows, row.get(), header);
                }
                row = reader.next();
            }
            if (header.isEmpty()) {
                throw new SheetRefusedException(TEXTS.text("import.refused.header", needed().vi()));
            }
        }
        if (rows.isEmpty() || rows.size() > MOST_ROWS) {
            throw new SheetRefusedException(TEXTS.text("import.refused.rows", "" + rows.size(), "" + MOST_ROWS));
        }
        return rows;
    }

    /** The columns of the header by place; none when the row does not name all that are needed. */
    private static Map<Integer, ImportColumn> header(SheetRow row) {
        Map<Integer, ImportColumn> found = new HashMap<>();
        for (int place = 0; place < row.cells().size(); place++) {
            String title = Folding.fold(row.cell(place).replace("*", "").strip());
            for (ImportColumn column : ImportColumn.values()) {
                LocalText words = TEXTS.text(column.textKey());
                if (List.of(Folding.fold(words.vi()), Folding.fold(words.en()), Folding.fold(column.field()))
                        .contains(title)) {
                    found.put(place, column);
                }
            }
        }
        boolean whole = List.of(ImportColumn.values()).stream()
                .filter(ImportColumn::needed)
                .allMatch(found::containsValue);
        return whole ? found : Map.of();
    }

    private static void add(Map<Integer, Map<String, String>> rows, SheetRow row, Map<Integer, ImportColumn> header) {
        Map<String, String> cells = new HashMap<>();
        header.forEach((place, column) -> {
            String cell = Folding.nfc(row.cell(place)).strip();
            if (!cell.isEmpty()) {
                cells.put(column.field(), cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell);
            }
        });
        if (!cells.isEmpty()) {
            rows.put(row.number(), cells);
        }
    }

    private static LocalText needed() {
        List<LocalText> titles = List.of(ImportColumn.values()).stream()
                .filter(ImportColumn::needed)
                .map(column -> TEXTS.text(column.textKey()))
                .toList();
        return new LocalText(
                String.join(", ", titles.stream().map(LocalText::vi).toList()),
                String.join(", ", titles.stream().map(LocalText::en).toList()));
    }
}
