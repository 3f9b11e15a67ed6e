package vn.kientao.platform.documents.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.documents.SheetColumn;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.SheetLayout;
import vn.kientao.platform.api.documents.SheetLimits;
import vn.kientao.platform.api.documents.SheetReader;
import vn.kientao.platform.api.documents.SheetRow;
import vn.kientao.platform.api.documents.SheetWriter;

class SheetsTest {
    private static final SheetLayout LAYOUT = new SheetLayout(
            "Hồ sơ",
            List.of("Danh sách hồ sơ quý IV"),
            List.of(
                    new SheetColumn("Mã", 20),
                    new SheetColumn("Lệ phí", 12),
                    new SheetColumn("Tỷ lệ", 8),
                    new SheetColumn("Ngày", 12),
                    new SheetColumn("Lúc", 18),
                    new SheetColumn("Ghi chú", 40)));

    private final SheetService sheets = new SheetService();

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void whatIsWrittenIsReadAsAVietnameseReaderSeesIt(SheetFormat format) throws IOException {
        byte[] file = written(format, LAYOUT, List.of(row("H12.01-261123-0001", "Đã nhận; \"đủ\"\nhai dòng")));

        assertThat(read(file))
                .containsExactly(
                        new SheetRow(1, List.of("Danh sách hồ sơ quý IV")),
                        new SheetRow(2, List.of("Mã", "Lệ phí", "Tỷ lệ", "Ngày", "Lúc", "Ghi chú")),
                        new SheetRow(
                                3,
                                List.of(
                                        "H12.01-261123-0001",
                                        "1234,5",
                                        "95,5%",
                                        "09/02/2026",
                                        "14:05 23/11/2026",
                                        "Đã nhận; \"đủ\"\nhai dòng")));
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void textsThatLookLikeFormulasStayTexts(SheetFormat format) throws IOException {
        List<String> texts = List.of("=1+1", "+84913123456", "-5", "@SUM(A1)", "=HYPERLINK(\"http://x\";\"y\")");
        byte[] file = written(
                format,
                LAYOUT,
                texts.stream().map(text -> List.of(SheetCell.text(text))).toList());

        assertThat(read(file).stream().skip(2).map(row -> row.cell(0))).containsExactlyElementsOf(texts);
        if (format == SheetFormat.CSV) {
            assertThat(new String(file, StandardCharsets.UTF_8)).contains("\r\n'=1+1\r\n", "\r\n'@SUM(A1)\r\n");
        } else {
            String sheet = Workbooks.part(file, "xl/worksheets/sheet1.xml");
            assertThat(sheet)
                    .doesNotContain("<f>")
                    .contains("s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1<");
            assertThat(Workbooks.part(file, "xl/styles.xml")).contains("quotePrefix=\"1\"");
        }
    }

    @Test
    void aCsvOpensInAVietnameseExcel() throws IOException {
        String csv = new String(written(SheetFormat.CSV, LAYOUT, List.of(row("01", "a;b"))), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\ufeff").endsWith("\r\n");
        assertThat(csv.substring(1).split("\r\n"))
                .containsExactly(
                        "Danh sách hồ sơ quý IV",
                        "Mã;Lệ phí;Tỷ lệ;Ngày;Lúc;Ghi chú",
                        "01;1234,5;95,5%;09/02/2026;14:05 23/11/2026;\"a;b\"");
    }

    @Test
    void aWorkbookHasTypedCellsWidthsAndAFrozenHeader() throws IOException {
        byte[] file = written(SheetFormat.XLSX, LAYOUT, List.of(row("01", "")));
        String sheet = Workbooks.part(file, "xl/worksheets/sheet1.xml");

        assertThat(sheet)
                .contains("ySplit=\"2\"", "<v>1234.50</v>", "<v>0.955</v>", "<v>46062")
                .contains("<col min=\"6\" max=\"6\" width=\"40\"");
        assertThat(Workbooks.part(file, "xl/styles.xml")).contains("dd/mm/yyyy", "hh:mm\\ dd/mm/yyyy", "0.0#%");
        assertThat(Workbooks.part(file, "xl/workbook.xml")).contains("name=\"Hồ sơ\"");
    }

    @Test
    void aWorkbookMayHaveFurtherSheetsOfTheirOwnColumns() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetWriter sheet = new SheetService().write(SheetFormat.XLSX, out, LAYOUT)) {
            sheet.row(row("01", ""));
            sheet.sheet(SheetLayout.of("Danh mục mã", List.of(new SheetColumn("Mã", 9))));
            sheet.row(List.of(SheetCell.text("A")));
        }

        assertThat(Workbooks.part(out.toByteArray(), "xl/workbook.xml"))
                .contains("name=\"Hồ sơ\"", "name=\"Danh mục mã\"", "'Danh mục mã'!$1:$1");
        assertThat(Workbooks.part(out.toByteArray(), "xl/worksheets/sheet2.xml"))
                .contains("width=\"9\"", ">Mã<", ">A<")
                .doesNotContain("Lệ phí");
        assertThat(read(out.toByteArray())).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void textsAreComposed(SheetFormat format) throws IOException {
        String composed = "Phường Lý Văn Lâm";
        byte[] file = written(
                format, LAYOUT, List.of(List.of(SheetCell.text(Normalizer.normalize(composed, Normalizer.Form.NFD)))));
        assertThat(read(file).get(2).cell(0)).isEqualTo(composed);
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void rowsKeepTheNumberTheyHaveInTheFile(SheetFormat format) throws IOException {
        byte[] file = written(
                format,
                SheetLayout.of("x", List.of(new SheetColumn("a", 5))),
                List.of(
                        List.of(SheetCell.text("first")),
                        List.of(SheetCell.empty()),
                        List.of(SheetCell.empty(), SheetCell.text("third"))));

        assertThat(read(file)).extracting(SheetRow::number).containsExactly(1, 2, 4);
        assertThat(read(file).get(2).cells()).containsExactly("", "third");
        assertThat(read(file).get(2).cell(9)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SheetFormat.class)
    void manyRowsComeBackInOrder(SheetFormat format) throws IOException {
        int count = 2 * XlsxWriter.FLUSH_EVERY + 1;
        byte[] file = written(
                format,
                SheetLayout.of("x", List.of(new SheetColumn("n", 5))),
                IntStream.range(0, count)
                        .mapToObj(n -> List.of(SheetCell.number(n)))
                        .toList());

        List<SheetRow> rows = read(file);
        assertThat(rows).hasSize(count + 1);
        assertThat(rows.get(count)).isEqualTo(new SheetRow(count + 1, List.of(String.valueOf(count - 1))));
    }

    @Test
    void aFullSheetGoesOnInAnother() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetLayout layout = SheetLayout.of("Nhật ký thao tác của cơ quan", List.of(new SheetColumn("n", 5)));
        try (SheetWriter writer = new XlsxWriter(out, layout, 3)) {
            for (int n = 0; n < 5; n++) {
                writer.row(List.of(SheetCell.number(n)));
            }
        }
        assertThat(Workbooks.part(out.toByteArray(), "xl/workbook.xml")).contains("(2)\"", "(3)\"");
        assertThat(Workbooks.part(out.toByteArray(), "xl/worksheets/sheet3.xml"))
                .contains("<v>4</v>");
    }

    @Test
    void aTextThatNoCellCanHoldIsCutVisibly() throws IOException {
        byte[] file = written(SheetFormat.XLSX, LAYOUT, List.of(List.of(SheetCell.text("ă".repeat(40_000)))));
        assertThat(read(file).get(2).cell(0)).hasSize(32_767).endsWith("ă…");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a;b|2", "'a;b,c;d'|3", "'a\tb\tc'|3", "'\"x;y;z\",b'|2", "a|1"})
    void theFirstLineTellsWhatPartsTheCells(String line, int cells) throws IOException {
        SheetRow row = read(line.getBytes(StandardCharsets.UTF_8)).get(0);
        assertThat(row.cells()).hasSize(cells);
    }

    @Test
    void csvOfOtherProgramsIsRead() throws IOException {
        String text = "Mã;Tên\n1;\"Nguyễn\r\n\"\"An\"\"\"\r;\n\n2;'=x\n3;'quoted'";
        assertThat(read(text.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        new SheetRow(1, List.of("Mã", "Tên")),
                        new SheetRow(2, List.of("1", "Nguyễn\r\n\"An\"")),
                        new SheetRow(5, List.of("2", "=x")),
                        new SheetRow(6, List.of("3", "'quoted'")));
    }

    @Test
    void anEmptyFileHasNoRows() throws IOException {
        assertThat(read(new byte[0])).isEmpty();
        assertThat(read("\ufeff\r\n;;\r\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void aPageNamesAFormat() {
        assertThat(SheetFormat.of("XLSX")).contains(SheetFormat.XLSX);
        assertThat(SheetFormat.of("xls")).isEmpty();
        assertThat(SheetFormat.XLSX.fileName("ho-so")).isEqualTo("ho-so.xlsx");
    }

    private static List<SheetCell> row(String code, String note) {
        return List.of(
                SheetCell.text(code),
                SheetCell.number(new BigDecimal("1234.50")),
                SheetCell.percent(new BigDecimal("0.955")),
                SheetCell.day(LocalDate.of(2026, 2, 9)),
                SheetCell.time(LocalDateTime.of(2026, 11, 23, 14, 5)),
                SheetCell.text(note));
    }

    private byte[] written(SheetFormat format, SheetLayout layout, List<List<SheetCell>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetWriter writer = sheets.write(format, out, layout)) {
            for (List<SheetCell> row : rows) {
                writer.row(row);
            }
        }
        return out.toByteArray();
    }

    private List<SheetRow> read(byte[] file) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        try (SheetReader reader = sheets.read(new ByteArrayInputStream(file), SheetLimits.usual())) {
            for (Optional<SheetRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }
}
