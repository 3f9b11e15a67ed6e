package vn.kientao.reform.procedures.app.dossierimport;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.documents.SheetLimits;
import vn.kientao.platform.api.documents.SheetReader;
import vn.kientao.platform.api.documents.SheetRow;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.domain.dossierimport.ImportColumn;
import vn.kientao.reform.procedures.domain.dossierimport.ImportText;

/** The rows of a file, their cells in the order of {@link ImportColumn} in whatever order the file has its columns. */
final class SheetRows implements Closeable {
    /** A hundred thousand rows and what stands above and beside them. */
    static final SheetLimits LIMITS = new SheetLimits(100_200, 64, 7_000_000, 64L << 20, 512L << 20, 24_000_000);

    private static final TextBundle TEXTS = TextBundle.of(SheetRows.class);
    /** The header stands behind the explanations of the template. */
    private static final int MOST_ABOVE = 60;

    private final SheetReader reader;
    private final int[] places;

    private SheetRows(SheetReader reader, int[] places) {
        this.reader = reader;
        this.places = places;
    }

    /**
     * Finds the header of the file.
     *
     * @return empty when it has none; then the titles of the columns are what was looked for
     */
    static Optional<SheetRows> open(Sheets sheets, InputStream file) throws IOException {
        SheetReader reader = sheets.read(file, LIMITS);
        Map<String, ImportColumn> titles = new HashMap<>();
        for (ImportColumn column : ImportColumn.ALL) {
            LocalText title = TEXTS.text(column.titleKey());
            titles.put(Folding.fold(title.vi()), column);
            titles.put(Folding.fold(title.en()), column);
            titles.put(column.word(), column);
        }
        for (int above = 0; above < MOST_ABOVE; above++) {
            Optional<SheetRow> row = reader.next();
            if (row.isEmpty()) {
                break;
            }
            int[] places = places(row.get(), titles);
            if (ImportColumn.needed().stream().allMatch(column -> places[column.place()] >= 0)) {
                return Optional.of(new SheetRows(reader, places));
            }
        }
        reader.close();
        return Optional.empty();
    }

    private static int[] places(SheetRow row, Map<String, ImportColumn> titles) {
        int[] places = new int[ImportColumn.ALL.size()];
        Arrays.fill(places, -1);
        for (int place = 0; place < row.cells().size(); place++) {
            // The template marks what is needed.
            String title = Folding.fold(row.cell(place).replace("*", ""));
            int at = place;
            Optional.ofNullable(titles.get(title))
                    .filter(column -> places[column.place()] < 0)
                    .ifPresent(column -> places[column.place()] = at);
        }
        return places;
    }

    /** The next row that has something in one of the columns; empty behind the last. */
    Optional<ImportText.Row> next() throws IOException {
        for (Optional<SheetRow> row = reader.next(); row.isPresent(); row = reader.next()) {
            List<String> cells = new ArrayList<>(places.length);
            boolean any = false;
            for (int place : places) {
                String cell = place < 0 ? "" : ImportText.cell(row.get().cell(place));
                any |= !cell.isEmpty();
                cells.add(cell);
            }
            if (any) {
                return Optional.of(new ImportText.Row(row.get().number(), cells));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
