package vn.kientao.platform.documents.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.documents.SheetColumn;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.SheetLayout;
import vn.kientao.platform.api.documents.SheetLimits;
import vn.kientao.platform.api.documents.SheetReader;
import vn.kientao.platform.api.documents.SheetWriter;

/**
 * How long 100,000 rows of 10 cells take to be written and read again. Not part of the default run: {@code mvn -pl
 * bundles/platform/documents -am test -Dtest=SheetsBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * -DargLine=-Xmx64m}.
 */
class SheetsBenchmark {
    private static final int ROWS = 100_000;
    private static final SheetLayout LAYOUT = SheetLayout.of(
            "Hồ sơ",
            IntStream.range(0, 10)
                    .mapToObj(column -> new SheetColumn("Cột " + column, 20))
                    .toList());

    @Test
    void writesAndReadsBothFormats() throws IOException {
        for (SheetFormat format : SheetFormat.values()) {
            measure(format);
        }
    }

    private static void measure(SheetFormat format) throws IOException {
        SheetService sheets = new SheetService();
        Path file = Files.createTempFile("benchmark", "." + format);
        try {
            long began = System.nanoTime();
            try (OutputStream out = Files.newOutputStream(file);
                    SheetWriter sheet = sheets.write(format, out, LAYOUT)) {
                for (int row = 0; row < ROWS; row++) {
                    sheet.row(cells(row));
                }
            }
            long written = System.nanoTime();
            int rows = 0;
            try (InputStream in = Files.newInputStream(file);
                    SheetReader reader = sheets.read(in, SheetLimits.usual())) {
                while (reader.next().isPresent()) {
                    rows++;
                }
            }
            System.out.printf(
                    "%s: %d rows of 10 cells, %d KB, written in %d ms, read in %d ms, most heap %d MB of %d%n",
                    format,
                    rows,
                    Files.size(file) / 1024,
                    (written - began) / 1_000_000,
                    (System.nanoTime() - written) / 1_000_000,
                    peakHeap(),
                    Runtime.getRuntime().maxMemory() >> 20);
        } finally {
            Files.delete(file);
        }
    }

    private static List<SheetCell> cells(int row) {
        SheetCell text = SheetCell.text("Đăng ký khai sinh, phường Lý Văn Lâm " + row);
        return List.of(
                SheetCell.number(row),
                text,
                SheetCell.text("0912" + row),
                SheetCell.day(LocalDate.of(2026, 1, 1).plusDays(row % 365)),
                text,
                SheetCell.number(row * 3L),
                text,
                SheetCell.text("Đã nhận"),
                SheetCell.day(LocalDate.of(2026, 2, 1)),
                text);
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
