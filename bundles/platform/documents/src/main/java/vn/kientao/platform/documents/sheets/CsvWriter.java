package vn.kientao.platform.documents.sheets;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.documents.SheetColumn;
import vn.kientao.platform.api.documents.SheetLayout;
import vn.kientao.platform.api.documents.SheetWriter;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.Formats;

/** Writes a table that a Vietnamese Excel opens by itself: byte order mark, semicolons, decimal commas, CRLF. */
final class CsvWriter implements SheetWriter {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Writer out;

    CsvWriter(OutputStream out, SheetLayout layout) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write(BYTE_ORDER_MARK);
        for (String line : layout.heading()) {
            line(List.of(text(line)));
        }
        line(layout.columns().stream()
                .map(SheetColumn::title)
                .map(CsvWriter::text)
                .toList());
    }

    @Override
    public void row(List<SheetCell> cells) throws IOException {
        line(cells.stream().map(CsvWriter::shown).toList());
    }

    @Override
    public void sheet(SheetLayout next) {
        throw new UnsupportedOperationException("a CSV file has one sheet, not " + next.name());
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    private void line(List<String> cells) throws IOException {
        String separator = "";
        for (String cell : cells) {
            out.write(separator);
            out.write(escaped(cell));
            separator = ";";
        }
        out.write("\r\n");
    }

    private static String shown(SheetCell cell) {
        if (cell instanceof SheetCell.Amount number) {
            return decimal(number.value());
        }
        if (cell instanceof SheetCell.Percent percent) {
            return decimal(percent.share().movePointRight(2)) + "%";
        }
        if (cell instanceof SheetCell.Day day) {
            return Formats.date(day.value());
        }
        if (cell instanceof SheetCell.Time time) {
            return Formats.time(time.value());
        }
        return text(((SheetCell.Text) cell).value());
    }

    private static String text(String value) {
        return Harmless.quoted(Folding.nfc(value));
    }

    static String decimal(BigDecimal value) {
        BigDecimal bare = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return bare.toPlainString().replace('.', ',');
    }

    private static String escaped(String cell) {
        boolean plain = cell.chars().noneMatch(sign -> sign == ';' || sign == '"' || sign == '\n' || sign == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
