package vn.kientao.platform.documents.sheets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.documents.SheetLimits;
import vn.kientao.platform.api.documents.SheetReader;
import vn.kientao.platform.api.documents.SheetRow;

/**
 * Reads CSV (RFC 4180) in UTF-8. The sign that stands most often, outside quotes, in the first line that holds any of semicolon,
 * comma and tab, parts the cells.
 */
final class CsvReader implements SheetReader {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int HEAD = 16 * 1024;
    private static final String SEPARATORS = ";,\t";
    private static final int END = -1;
    private static final int OLD_WORKBOOK = 0xD0;

    private final Reader in;
    private final char separator;
    private final RowLimits limits;
    private int row;
    private int ahead;

    CsvReader(InputStream bytes, SheetLimits limits) throws IOException {
        bytes.mark(1);
        if (bytes.read() == OLD_WORKBOOK) {
            throw Refusals.because("old-workbook");
        }
        bytes.reset();
        this.limits = new RowLimits(limits);
        this.in = new BufferedReader(
                new InputStreamReader(
                        new CappedStream(bytes, limits.unpackedBytes(), "unpacked"),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                HEAD);
        this.separator = separator();
        this.ahead = read();
        if (ahead == BYTE_ORDER_MARK) {
            ahead = read();
        }
    }

    @Override
    public Optional<SheetRow> next() throws IOException {
        while (ahead != END) {
            row++;
            List<String> cells = record();
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                limits.take(cells);
                return Optional.of(new SheetRow(row, cells));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private char separator() throws IOException {
        in.mark(HEAD);
        char[] head = new char[HEAD];
        int length = 0;
        try {
            for (int read = in.read(head, 0, HEAD);
                    read > 0 && length < HEAD;
                    read = in.read(head, length, HEAD - length)) {
                length += read;
            }
        } catch (CharacterCodingException e) {
            throw Refusals.because("not-utf8");
        }
        in.reset();
        return separator(head, length);
    }

    /** Lines above the header may hold none at all. */
    private static char separator(char[] head, int length) {
        int[] found = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < length; i++) {
            int sign = SEPARATORS.indexOf(head[i]);
            quoted ^= head[i] == '"';
            if (!quoted && sign >= 0) {
                found[sign]++;
            }
            if (!quoted && head[i] == '\n' && Arrays.stream(found).sum() > 0) {
                break;
            }
        }
        int most = 0;
        for (int sign = 1; sign < found.length; sign++) {
            most = found[sign] > found[most] ? sign : most;
        }
        return SEPARATORS.charAt(most);
    }

    private List<String> record() throws IOException {
        List<String> cells = new ArrayList<>();
        while (true) {
            limits.cell();
            cells.add(CellText.typed(ahead == '"' ? quoted() : bare()));
            if (ahead == separator) {
                ahead = read();
                continue;
            }
            if (ahead == '\r') {
                ahead = read();
            }
            if (ahead == '\n') {
                ahead = read();
            }
            return cells;
        }
    }

    private String bare() throws IOException {
        StringBuilder cell = new StringBuilder();
        while (ahead != END && ahead != separator && ahead != '\n' && ahead != '\r') {
            append(cell);
        }
        return cell.toString();
    }

    private String quoted() throws IOException {
        StringBuilder cell = new StringBuilder();
        ahead = read();
        while (true) {
            if (ahead == END) {
                throw Refusals.over("unquoted", row);
            }
            if (ahead == '"') {
                ahead = read();
                if (ahead != '"') {
                    return cell.append(bare()).toString();
                }
            }
            append(cell);
        }
    }

    private void append(StringBuilder cell) throws IOException {
        CellText.roomIn(cell, 1);
        cell.append((char) ahead);
        ahead = read();
    }

    private int read() throws IOException {
        try {
            return in.read();
        } catch (CharacterCodingException e) {
            throw Refusals.because("not-utf8");
        }
    }
}
