package vn.kientao.platform.documents.sheets;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import vn.kientao.platform.api.documents.SheetLimits;
import vn.kientao.platform.api.documents.SheetReader;
import vn.kientao.platform.api.documents.SheetRow;

/**
 * Reads the first visible sheet of a workbook (ECMA-376), one row at a time. It is our own because readers to be had trust
 * the file: a cell far to the right or a pointer behind the last text makes them fill the memory.
 */
final class XlsxReader implements SheetReader {
    private static final int LETTERS = 26;
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_ROW_NUMBER = 1_048_576;

    private final XlsxParts parts;
    private final SharedTexts texts;
    private final NumberStyles styles;
    private final Markup sheet;
    private final RowLimits limits;
    private int row;

    private XlsxReader(XlsxParts parts, SharedTexts texts, NumberStyles styles, Markup sheet, RowLimits limits) {
        this.parts = parts;
        this.texts = texts;
        this.styles = styles;
        this.sheet = sheet;
        this.limits = limits;
    }

    static XlsxReader open(InputStream in, SheetLimits limits) throws IOException {
        XlsxParts parts = XlsxParts.of(in, limits);
        try {
            Contents contents = Contents.of(parts);
            SharedTexts texts = new SharedTexts(List.of());
            Optional<Markup> shared = parts.part("xl/sharedStrings.xml");
            if (shared.isPresent()) {
                texts = SharedTexts.of(shared.get(), limits.sharedCharacters());
            }
            NumberStyles styles = NumberStyles.none(contents.since1904());
            Optional<Markup> formats = parts.part("xl/styles.xml");
            if (formats.isPresent()) {
                styles = NumberStyles.of(formats.get(), contents.since1904());
            }
            Markup sheet = parts.part(contents.sheetPart()).orElseThrow(() -> Refusals.because("not-a-workbook"));
            return new XlsxReader(parts, texts, styles, sheet, new RowLimits(limits));
        } catch (XMLStreamException | ZipException | EOFException e) {
            parts.close();
            throw Refusals.broken(0, e);
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    @Override
    public Optional<SheetRow> next() throws IOException {
        try {
            while (sheet.next()) {
                if (sheet.starts("row")) {
                    number();
                    List<String> cells = cells();
                    if (!cells.isEmpty()) {
                        limits.take(cells);
                        return Optional.of(new SheetRow(row, cells));
                    }
                } else if (sheet.ends("sheetData")) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw Refusals.broken(row, e);
        }
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        parts.close();
    }

    private void number() {
        int told = Digits.of(sheet.attribute("r").orElse(""));
        int number = told == Digits.NONE ? row + 1 : told;
        if (number <= row || number > MOST_ROW_NUMBER) {
            throw Refusals.broken(row, null);
        }
        row = number;
    }

    /** The cells up to the last that holds something. */
    private List<String> cells() throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        int column = -1;
        while (sheet.next() && !sheet.ends("row")) {
            if (sheet.starts("c")) {
                limits.cell();
                column = column(sheet.attribute("r").orElse(""), column + 1);
                String text = cell();
                if (!text.isEmpty()) {
                    put(cells, column, text);
                }
            }
        }
        return cells;
    }

    private void put(List<String> cells, int column, String text) {
        if (!limits.reaches(column)) {
            throw limits.tooWide();
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    /** The column of an address ({@code C7} is 2); the next one where the cell does not say. */
    private int column(String address, int next) {
        int column = 0;
        int letters = 0;
        while (letters < address.length() && address.charAt(letters) >= 'A' && address.charAt(letters) <= 'Z') {
            column = column * LETTERS + address.charAt(letters) - 'A' + 1;
            if (++letters > 3) {
                throw Refusals.broken(row, null);
            }
        }
        int found = letters == 0 ? next : column - 1;
        if (found >= MOST_COLUMNS) {
            throw Refusals.broken(row, null);
        }
        return found;
    }

    private String cell() throws XMLStreamException {
        String type = sheet.attribute("t").orElse("n");
        String style = sheet.attribute("s").orElse("");
        String value = "";
        while (sheet.next() && !sheet.ends("c")) {
            if (sheet.starts("v")) {
                value = sheet.text();
            } else if (sheet.starts("is")) {
                value = SharedTexts.text(sheet);
            }
        }
        return CellText.typed(value.isEmpty() ? "" : shown(type, style, value));
    }

    private String shown(String type, String style, String value) {
        return switch (type) {
            case "s" -> texts.at(value.strip()).orElseThrow(() -> Refusals.broken(row, null));
            case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
            case "n" -> styles.shown(value.strip(), style);
            default -> value;
        };
    }
}
