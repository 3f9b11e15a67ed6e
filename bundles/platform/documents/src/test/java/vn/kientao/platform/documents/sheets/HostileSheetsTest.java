package vn.kientao.platform.documents.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.documents.SheetLimits;
import vn.kientao.platform.api.documents.SheetReader;
import vn.kientao.platform.api.documents.SheetRefusedException;
import vn.kientao.platform.api.documents.SheetRow;

class HostileSheetsTest {
    private static final SheetLimits SMALL = new SheetLimits(10, 5, 100, 1 << 20, 4 << 20, 1_000);

    private final SheetService sheets = new SheetService();

    @Test
    void everyLimitIsNamedInBothLanguages() {
        refused(Workbooks.ofRows("<row><c><v>1</v></c></row>".repeat(11)), "10 rows", "10 dòng");
        refused(Workbooks.ofRows("<row><c r=\"F1\"><v>1</v></c></row>"), "column 6", "cột thứ 6");
        refused(Workbooks.ofRows("<row>" + "<c/>".repeat(101) + "</row>"), "100 cells", "100 ô");
        refused(Workbooks.ofRows(" ".repeat(1000) + "<!-- -->".repeat(600_000)), "4 MB", "4 MB");
        refused(
                Workbooks.of(Map.of("xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(100) + "</sst>")),
                "1.000 characters",
                "1.000 ký tự");
        refused(text("x\n".repeat(11)), "10 rows", "10 dòng");
        refused(text("1;2;3;4;5;6"), "column 6", "cột thứ 6");
        refused(text(";;;;\n".repeat(30)), "100 cells", "100 ô");
        refused(text("x".repeat(40_000)), "32.767 characters", "32.767 ký tự");
        byte[] noise = new byte[2 << 20];
        new Random(7).nextBytes(noise);
        noise[0] = 'P';
        noise[1] = 'K';
        noise[2] = 3;
        noise[3] = 4;
        refused(noise, "1 MB", "1 MB");
    }

    @Test
    void aCellFarToTheRightTakesNoRoom() {
        refused(Workbooks.ofRows("<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>"), "broken", "hỏng");
        refused(Workbooks.ofRows("<row><c r=\"ZZZ1\"><v>1</v></c></row>"), "broken", "hỏng");
    }

    @Test
    void aPointerBehindTheLastTextIsNotFollowed() {
        refused(Workbooks.ofRows("<row><c t=\"s\"><v>2000000000</v></c></row>"), "broken behind row 1", "sau dòng 1");
        refused(Workbooks.ofRows("<row><c t=\"s\"><v>0</v></c></row>"), "broken behind row 1", "sau dòng 1");
    }

    @Test
    void numbersThatWouldBeMilesLongStayAsTheyStand() throws IOException {
        assertThat(read(Workbooks.ofRows("<row><c><v>1E999999999</v></c><c><v>1E-400</v></c></row>"))
                        .get(0)
                        .cells())
                .containsExactly("1E999999999", "1E-400");
    }

    @Test
    void documentTypesAndEntitiesAreRefused() {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>";
        refused(
                Workbooks.of(Map.of(
                        "xl/worksheets/sheet1.xml",
                        bomb + "<worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>")),
                "DOCTYPE",
                "DOCTYPE");
        refused(
                Workbooks.of(Map.of(
                        "xl/workbook.xml", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><workbook><sheets/></workbook>")),
                "DOCTYPE",
                "DOCTYPE");
        refused(Workbooks.ofRows("<row><c t=\"str\"><v>&x;</v></c></row>"), "", "");
    }

    @Test
    void whatAParserWouldGatherInMemoryIsRefused() {
        refused(Workbooks.ofRows("<x>".repeat(100)), "nested", "lồng");
        refused(Workbooks.ofRows("<row spans=\"" + "1".repeat(2 << 20) + "\"/>"), "nested", "lồng");
        refused(Workbooks.ofRows("<row><c t=\"str\"><v>" + "1".repeat(40_000) + "</v></c></row>"), "32.767", "32.767");
    }

    @Test
    void brokenAndForeignFilesAreNamed() {
        refused(Workbooks.ofRows("<row><c><v>1</v></c></row><row r=\"5\"><c>"), "broken behind row 5", "sau dòng 5");
        refused(Workbooks.ofRows("<row r=\"2\"/><row r=\"2\"/>"), "broken behind row 2", "sau dòng 2");
        refused(Workbooks.of(Map.of("xl/workbook.xml", "<workbook/>")), "not an .xlsx", "không phải bảng tính");
        refused(new byte[] {'P', 'K', 3, 4, 5}, "broken", "hỏng");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, "old program", "đời cũ");
        refused(new byte[] {'a', (byte) 0xFF}, "UTF-8", "UTF-8");
        refused(text("a;\"b"), "never closed", "không đóng");
    }

    @Test
    void theFirstVisibleSheetIsReadAndDatesAreToldFromNumbers() throws IOException {
        byte[] file = Workbooks.of(
                Map.of(
                        "xl/workbook.xml",
                        "<workbook xmlns:r=\"r\"><sheets><sheet state=\"hidden\" r:id=\"rId9\"/><sheet r:id=\"rId1\"/></sheets></workbook>",
                        "xl/styles.xml",
                        "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-42A]dd&quot; tháng &quot;mm\"/>"
                                + "<numFmt numFmtId=\"171\" formatCode=\"#,##0 &quot;ngày&quot;\"/></numFmts><cellXfs>"
                                + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/><xf numFmtId=\"10\"/>"
                                + "</cellXfs></styleSheet>",
                        "xl/sharedStrings.xml",
                        "<sst><si><r><t>Nguyễn </t></r><r><t>An</t></r><rPh><t>x</t></rPh></si></sst>",
                        "xl/worksheets/sheet1.xml",
                        "<x:worksheet xmlns:x=\"x\"><x:sheetData><x:row r=\"3\"><x:c r=\"A3\" s=\"1\"><x:v>46062</x:v></x:c>"
                                + "<x:c s=\"2\"><x:v>46062.5</x:v></x:c><x:c s=\"3\"><x:v>0.30000000000000004</x:v></x:c>"
                                + "<x:c s=\"4\"><x:v>0.5</x:v></x:c><x:c t=\"s\"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>"));

        assertThat(read(file))
                .containsExactly(new SheetRow(3, List.of("09/02/2026", "12:00 09/02/2026", "0,3", "50%", "Nguyễn An")));
    }

    @Test
    void noTemporaryFileIsLeftBehind() throws IOException {
        long before = temporaryFiles();
        read(Workbooks.ofRows("<row><c><v>1</v></c></row>"));
        refused(Workbooks.ofRows("<row><c><v>1</v></c></row>".repeat(11)), "rows", "dòng");
        refused(new byte[] {'P', 'K', 3, 4, 5}, "broken", "hỏng");
        refused(Workbooks.of(Map.of("xl/workbook.xml", "<workbook/>")), "", "");
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    void whateverIsBrokenInAFileIsRefusedOrRead() throws IOException {
        byte[] good = Workbooks.of(
                Map.of(
                        "xl/sharedStrings.xml", "<sst><si><t>Đất đai</t></si></sst>",
                        "xl/worksheets/sheet1.xml",
                                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>"));
        Random random = new Random(20_261_130);
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            byte[] broken = good.clone();
            for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
                broken[4 + random.nextInt(broken.length - 4)] = (byte) random.nextInt();
            }
            try {
                read(broken);
            } catch (SheetRefusedException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private static long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("kientao-.*\\.xlsx"))
                    .count();
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void refused(byte[] file, String english, String vietnamese) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(SheetRefusedException.class, refusal -> {
            assertThat(refusal.reason().en()).contains(english).doesNotContain("{");
            assertThat(refusal.reason().vi()).contains(vietnamese).doesNotContain("{");
        });
    }

    private List<SheetRow> read(byte[] file) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        try (SheetReader reader = sheets.read(new ByteArrayInputStream(file), SMALL)) {
            for (Optional<SheetRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }
}
