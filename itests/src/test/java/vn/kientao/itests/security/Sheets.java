package vn.kientao.itests.security;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Sheets that go out, looked at as a spreadsheet would; and files that nobody should take in. */
final class Sheets {
    /** What a spreadsheet reckons or runs when a cell begins with it. */
    static final List<String> FORMULAS = List.of(
            "=HYPERLINK(1+1)kt-cell", "+1+1kt-cell", "-2+3kt-cell", "@SUM(1)kt-cell", "=cmd|' /C calc'!A0 kt-cell");

    private static final String MARK = "kt-cell";
    private static final Pattern CSV = Pattern.compile("(?m)(?:^|[;,])\"?[=+@-][^;,\n]*" + MARK);
    private static final Pattern FORMULA_CELL = Pattern.compile("<f[ >]");
    private static final Pattern CELL =
            Pattern.compile("<c r=\"[A-Z0-9]+\"([^>]*)>(?:<is><t[^>]*>|<v>)([=+@-][^<]*" + MARK + ")");
    private static final Pattern STYLES = Pattern.compile("<cellXfs[^>]*>(.*?)</cellXfs>", Pattern.DOTALL);

    private Sheets() {}

    /** What is wrong with a file; {@code seen} gets its name when the words stand in it. */
    static List<String> faults(HttpResponse<byte[]> file, List<String> seen) {
        String name = file.request().method() + " " + file.uri().getPath();
        List<String> faults = new ArrayList<>();
        String type = file.headers().firstValue("Content-Type").orElse("");
        if (file.statusCode() != 200) {
            faults.add(name + " answered " + file.statusCode());
            return faults;
        }
        if (!file.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment")) {
            faults.add(name + " is no attachment");
        }
        boolean csv = type.startsWith("text/csv");
        String text = csv ? new String(file.body(), StandardCharsets.UTF_8) : parts(file.body());
        if (text.contains(MARK)) {
            seen.add(name);
        }
        Matcher formula = (csv ? CSV : FORMULA_CELL).matcher(text);
        if (formula.find()) {
            faults.add(name + " has a formula: " + formula.group());
        }
        Matcher cell = CELL.matcher(text);
        while (!csv && cell.find()) {
            if (!cell.group(1).equals(" s=\"" + quoted(text) + "\" t=\"inlineStr\"")) {
                faults.add(name + " has a cell that becomes a formula when it is edited: " + cell.group());
            }
        }
        return faults;
    }

    /** The style whose cells hold words, whatever they begin with. */
    private static int quoted(String workbook) {
        Matcher styles = STYLES.matcher(workbook);
        if (!styles.find()) {
            return -1;
        }
        List<String> formats = List.of(styles.group(1).split("(?=<xf )"));
        return formats.stream()
                .filter(format -> format.contains("quotePrefix=\"1\""))
                .map(formats::indexOf)
                .findFirst()
                .orElse(-1);
    }

    /** All parts of a workbook, one after the other. */
    private static String parts(byte[] workbook) {
        StringBuilder parts = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            while (zip.getNextEntry() != null) {
                parts.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (parts.isEmpty()) {
            throw new AssertionError("no workbook: " + workbook.length + " bytes");
        }
        return parts.toString();
    }

    /** Small files that would be large: one part of 128 MB, shared strings without end, parts without number, millions of cells. */
    static List<byte[]> bombs() {
        return List.of(
                workbook("xl/worksheets/sheet1.xml", "0".repeat(1024), 128 * 1024, 1),
                workbook("xl/sharedStrings.xml", "<si><t>words</t></si>", 2 * 1024 * 1024, 1),
                workbook("xl/media/", "x", 1, 6_000),
                workbook("xl/worksheets/sheet1.xml", "<c r=\"A1\"/>", 2_200_000, 1));
    }

    private static byte[] workbook(String part, String piece, int times, int parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] many = piece.repeat(Math.min(times, 1024)).getBytes(StandardCharsets.UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            for (int place = 0; place < parts; place++) {
                zip.putNextEntry(new ZipEntry(parts == 1 ? part : part + place));
                for (int done = 0; done < times; done += 1024) {
                    zip.write(many);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
