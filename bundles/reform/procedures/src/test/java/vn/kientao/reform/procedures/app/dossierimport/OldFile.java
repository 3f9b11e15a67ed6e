package vn.kientao.reform.procedures.app.dossierimport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.documents.SheetColumn;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.SheetLayout;
import vn.kientao.platform.api.documents.SheetWriter;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.reform.procedures.domain.dossierimport.ImportColumn;

/** A file of dossiers as an agency's earlier system would write it. */
public final class OldFile {
    private static final Texts TEXTS = TextBundle.of(OldFile.class).in(TextBundle.VIETNAMESE);
    private static final LocalDateTime FIRST = LocalDateTime.of(2025, 1, 6, 8, 0);

    private static final int DAYS = 500;

    private final List<Map<ImportColumn, String>> rows = new ArrayList<>();

    /**
     * Writes a book of so many rows that fit, numbered from {@code first} on, in the order in which they were received over
     * 500 days, without holding them.
     */
    static void writeBook(int first, int rows, SheetFormat format, OutputStream out) throws IOException {
        write(
                IntStream.range(0, rows)
                        .mapToObj(row -> some(first + row, FIRST.plusMinutes(row * (long) DAYS * 24 * 60 / rows))),
                format,
                out);
    }

    /** So many rows, one in each of the states in turn, none like another. */
    public static OldFile of(int rows) {
        return from(1, rows);
    }

    /** As {@link #of}, numbered from {@code first} on. */
    static OldFile from(int first, int rows) {
        OldFile file = new OldFile();
        for (int number = first; number < first + rows; number++) {
            file.row(some(number));
        }
        return file;
    }

    /** A row that fits. */
    public static Map<ImportColumn, String> some(int number) {
        return some(number, FIRST.plusDays(number % DAYS).plusMinutes(number % DAYS));
    }

    private static Map<ImportColumn, String> some(int number, LocalDateTime received) {
        Map<ImportColumn, String> row = new EnumMap<>(ImportColumn.class);
        row.put(ImportColumn.OLD_CODE, "H12.1-" + number);
        row.put(ImportColumn.PROCEDURE, number % 3 == 0 ? "1.001193" : "2.000635");
        row.put(ImportColumn.NAME, "Nguyễn Thị An " + number);
        row.put(ImportColumn.KIND, "Công dân");
        row.put(ImportColumn.ID_NUMBER, String.format("0961%08d", number));
        row.put(ImportColumn.ADDRESS, "Số " + number + ", khóm 3, phường An Xuyên");
        row.put(ImportColumn.PHONE, String.format("09%08d", number));
        row.put(ImportColumn.CONTENT, "Cấp bản sao trích lục khai sinh số " + number);
        row.put(ImportColumn.CHANNEL, "1");
        row.put(ImportColumn.RECEIVED, Formats.time(received));
        row.put(ImportColumn.RECEIVER, "Trần Văn Bình");
        row.put(ImportColumn.PLACE, "Phòng Hộ tịch");
        String end = Formats.time(received.plusDays(3 + number % 40));
        switch (number % 10) {
            case 0 -> row.put(ImportColumn.STATUS, "2");
            case 1, 2 -> row.put(ImportColumn.STATUS, "Đang xử lý");
            case 3 -> ended(row, "3", end);
            case 4 -> ended(row, "Công dân rút", end);
            case 5 -> ended(row, "8", end);
            case 6 -> result(row, "9", end);
            default -> result(row, "Đã trả kết quả", end);
        }
        return row;
    }

    private static void ended(Map<ImportColumn, String> row, String status, String end) {
        row.put(ImportColumn.STATUS, status);
        row.put(ImportColumn.ENDED, end);
    }

    private static void result(Map<ImportColumn, String> row, String status, String end) {
        ended(row, status, end);
        row.put(ImportColumn.RESULT_NUMBER, "07/TLHT");
        row.put(ImportColumn.SIGNER, "Lê Văn Minh");
    }

    public OldFile row(Map<ImportColumn, String> row) {
        rows.add(row);
        return this;
    }

    /** A row that fits but for one cell. */
    public OldFile but(int number, ImportColumn column, String value) {
        Map<ImportColumn, String> row = some(number);
        row.put(column, value);
        return row(row);
    }

    public byte[] bytes(SheetFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(rows.stream(), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Stream<Map<ImportColumn, String>> rows, SheetFormat format, OutputStream out)
            throws IOException {
        List<SheetColumn> titles = ImportColumn.ALL.stream()
                .map(column -> new SheetColumn(TEXTS.get(column.titleKey()), column.width()))
                .toList();
        try (SheetWriter sheet = new SheetService().write(format, out, SheetLayout.of("Hồ sơ", titles))) {
            Iterator<Map<ImportColumn, String>> all = rows.iterator();
            while (all.hasNext()) {
                Map<ImportColumn, String> row = all.next();
                sheet.row(ImportColumn.ALL.stream()
                        .map(column -> SheetCell.text(row.getOrDefault(column, "")))
                        .toList());
            }
        }
    }
}
