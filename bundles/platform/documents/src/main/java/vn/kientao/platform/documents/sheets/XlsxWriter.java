package vn.kientao.platform.documents.sheets;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.documents.SheetColumn;
import vn.kientao.platform.api.documents.SheetLayout;
import vn.kientao.platform.api.documents.SheetWriter;

/**
 * Writes a workbook (ECMA-376) of one sheet, and of a further one whenever a sheet is full. Texts stand in their cells, not
 * in a table of texts, so that nothing of a row stays in memory. It is our own because the archives of the library that was
 * tried (fastexcel 0.20.2) cannot be read as a stream: the platform's door would refuse them when they are uploaded again.
 */
final class XlsxWriter implements SheetWriter {
    static final int FLUSH_EVERY = 1_000;
    /** What a sheet can hold at most. */
    static final int MOST_ROWS = 1_048_576;

    private static final int LETTERS = 26;

    private final int mostRows;
    private final ZipOutputStream zip;
    private final Writer xml;
    private final List<WorkbookParts.Named> sheets = new ArrayList<>();
    private SheetLayout layout;
    /** How many sheets the layout has filled, this one included. */
    private int ofLayout;

    private int row;

    XlsxWriter(OutputStream out, SheetLayout layout) throws IOException {
        this(out, layout, MOST_ROWS);
    }

    XlsxWriter(OutputStream out, SheetLayout layout, int mostRows) throws IOException {
        this.layout = layout;
        this.mostRows = mostRows;
        this.zip = new ZipOutputStream(out);
        this.zip.setLevel(Deflater.BEST_SPEED + 2);
        this.xml = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        begin();
    }

    @Override
    public void row(List<SheetCell> cells) throws IOException {
        if (row == mostRows) {
            end();
            begin();
        }
        open();
        for (int column = 0; column < cells.size(); column++) {
            cell(column, cells.get(column));
        }
        shut();
        if (row % FLUSH_EVERY == 0) {
            xml.flush();
        }
    }

    @Override
    public void sheet(SheetLayout next) throws IOException {
        end();
        layout = next;
        ofLayout = 0;
        begin();
    }

    @Override
    public void close() throws IOException {
        end();
        part("xl/styles.xml", WorkbookParts.STYLES);
        part("xl/workbook.xml", WorkbookParts.workbook(sheets));
        part("xl/_rels/workbook.xml.rels", WorkbookParts.relations(sheets.size()));
        part("_rels/.rels", WorkbookParts.PACKAGE_RELATIONS);
        part("[Content_Types].xml", WorkbookParts.contentTypes(sheets.size()));
        zip.finish();
    }

    private void begin() throws IOException {
        ofLayout++;
        row = 0;
        sheets.add(WorkbookParts.Named.of(layout, ofLayout));
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + sheets.size() + ".xml"));
        xml.write(WorkbookParts.sheetStart(layout));
        for (String line : layout.heading()) {
            open();
            text(0, line, WorkbookParts.STYLE_HEADING);
            shut();
        }
        open();
        int column = 0;
        for (SheetColumn title : layout.columns()) {
            text(column++, title.title(), WorkbookParts.STYLE_HEADER);
        }
        shut();
    }

    private void end() throws IOException {
        xml.write(WorkbookParts.SHEET_END);
        xml.flush();
        zip.closeEntry();
    }

    private void part(String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        xml.write(content);
        xml.flush();
        zip.closeEntry();
    }

    private void open() throws IOException {
        row++;
        xml.write("<row r=\"" + row + "\">");
    }

    private void shut() throws IOException {
        xml.write("</row>");
    }

    private void cell(int column, SheetCell cell) throws IOException {
        if (cell instanceof SheetCell.Amount number) {
            number(column, number.value().toPlainString(), WorkbookParts.STYLE_PLAIN);
        } else if (cell instanceof SheetCell.Percent percent) {
            number(column, percent.share().toPlainString(), WorkbookParts.STYLE_PERCENT);
        } else if (cell instanceof SheetCell.Day day) {
            number(column, Long.toString(Serials.of(day.value())), WorkbookParts.STYLE_DAY);
        } else if (cell instanceof SheetCell.Time time) {
            number(column, Serials.of(time.value()).toPlainString(), WorkbookParts.STYLE_TIME);
        } else if (cell instanceof SheetCell.Text text && !text.value().isEmpty()) {
            boolean formula = Harmless.looksLikeFormula(text.value());
            text(column, text.value(), formula ? WorkbookParts.STYLE_TEXT : WorkbookParts.STYLE_PLAIN);
        }
    }

    private void number(int column, String value, int style) throws IOException {
        xml.write("<c r=\"" + address(column) + "\" s=\"" + style + "\"><v>" + value + "</v></c>");
    }

    private void text(int column, String value, int style) throws IOException {
        xml.write(
                "<c r=\"" + address(column) + "\" s=\"" + style + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        xml.write(WorkbookParts.escaped(CellText.fitting(value)));
        xml.write("</t></is></c>");
    }

    /** {@code C7} for the third cell of row 7. */
    private String address(int column) {
        String letters = "";
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            letters = (char) ('A' + rest % LETTERS) + letters;
        }
        return letters + row;
    }
}
