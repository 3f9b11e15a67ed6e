package vn.kientao.reform.procedures.web;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes a table that a Vietnamese Excel opens by itself: byte order mark, semicolons, CRLF. A cell that a spreadsheet
 * would take for a formula gets an apostrophe in front.
 */
public final class Csv {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final String FORMULA_SIGNS = "=+-@\t\r";

    private final Writer out;

    public Csv(Writer out) throws IOException {
        this.out = out;
        out.write(BYTE_ORDER_MARK);
    }

    public void line(List<String> cells) throws IOException {
        String separator = "";
        for (String cell : cells) {
            out.write(separator);
            out.write(quoted(harmless(cell)));
            separator = ";";
        }
        out.write("\r\n");
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA_SIGNS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(sign -> sign == ';' || sign == '"' || sign == '\n' || sign == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
