package vn.kientao.platform.privacy.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that a Vietnamese Excel opens by itself. What a spreadsheet would take for a formula gets an apostrophe in
 * front.
 */
final class Table {
    private static final String FORMULA_SIGNS = "=+-@\t\r";

    private final Writer writer;

    Table(OutputStream out) throws IOException {
        writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
    }

    void line(List<String> cells) throws IOException {
        writer.write(cells.stream().map(Table::cell).collect(Collectors.joining(";", "", "\r\n")));
    }

    void end() throws IOException {
        writer.flush();
    }

    static String cell(String text) {
        String harmless = !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = harmless.chars().noneMatch(sign -> sign == ';' || sign == '"' || sign == '\n' || sign == '\r');
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
