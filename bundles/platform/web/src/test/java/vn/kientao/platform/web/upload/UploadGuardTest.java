package vn.kientao.platform.web.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.platform.web.http.Refusal;

class UploadGuardTest {
    private static final Set<UploadKind> ALL = EnumSet.allOf(UploadKind.class);
    private static final String PNG = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR";

    private final UploadGuard guard = new UploadGuard(VirusScanner.at(""));

    @Test
    void aFileIsWhatItHoldsWhateverItsName() throws IOException {
        assertThat(Sniffer.kind(Papers.of("%PDF-1.7\n"))).contains(UploadKind.PDF);
        assertThat(Sniffer.kind(Papers.of(PNG))).contains(UploadKind.PNG);
        assertThat(Sniffer.kind(Papers.of("\u00ff\u00d8\u00ff\u00e0"))).contains(UploadKind.JPEG);
        assertThat(Sniffer.kind(Papers.of("code;name\r\n1;Đất đai"))).contains(UploadKind.TEXT);
        assertThat(Sniffer.kind(sheet("<row/>"))).contains(UploadKind.XLSX);
        assertThat(Sniffer.kind(Papers.archive("word/document.xml", Papers.repeated("x", 1))))
                .contains(UploadKind.DOCX);
        assertThat(Sniffer.kind(Papers.archive("META-INF/MANIFEST.MF", Papers.repeated("x", 1))))
                .contains(UploadKind.ZIP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script>",
                " \n<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "\u00ef\u00bb\u00bf<!doctype html>",
                "name\n<script>alert(1)</script>",
                "MZ\u0090\0\u0003",
                "\u007fELF\u0002\u0001",
                "GIF89a\u0001\0",
                "#!/bin/sh\0",
            })
    void whatIsNoPaperIsNotTaken(String content) {
        refused(415, () -> guard.check(Papers.of(content), ALL));
    }

    @Test
    void aFileThatIsTwoThingsAtOnceIsNotTaken() {
        byte[] archive = Papers.archive("x.class", Papers.repeated("x", 1)).bytes();
        for (String picture : List.of(PNG, "%PDF-1.7\n", "\u00ff\u00d8\u00ff\u00e0")) {
            String both = picture + new String(archive, StandardCharsets.ISO_8859_1);
            refused(415, () -> guard.check(Papers.of(both), ALL));
        }
    }

    @Test
    void aRouteTakesItsOwnKindsOnly() {
        refused(415, () -> guard.check(Papers.of("%PDF-1.7\n"), Set.of(UploadKind.TEXT)));
        refused(415, () -> guard.check(sheet("<row/>"), Set.of(UploadKind.TEXT, UploadKind.PDF)));
    }

    @Test
    void bombsAreRefusedAtOnceAndWithoutFillingTheMemory() {
        List<Papers> bombs = List.of(
                sheet("0".repeat(1024), 128 * 1024),
                Papers.archive(zip -> {
                    for (int entry = 0; entry < 8; entry++) {
                        zip.putNextEntry(new ZipEntry(entry == 0 ? "xl/workbook.xml" : "xl/worksheets/s" + entry));
                        Papers.repeated("<v>1</v>", 1024 * 1024).write(zip);
                    }
                }),
                Papers.archive(zip -> {
                    zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
                    zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
                    Papers.repeated("<si><t>words</t></si>", 2L * 1024 * 1024).write(zip);
                }),
                Papers.archive(zip -> {
                    zip.putNextEntry(new ZipEntry("word/document.xml"));
                    for (int entry = 0; entry < 6_000; entry++) {
                        zip.putNextEntry(new ZipEntry("word/media/" + entry));
                    }
                }),
                sheet("<c r=\"A1\"/>", 2_200_000));
        for (Papers bomb : bombs) {
            resetPeaks();
            long heapBefore = peakHeap();
            long start = System.nanoTime();
            refused(422, () -> guard.check(bomb, ALL));
            long millis = (System.nanoTime() - start) / 1_000_000;
            long megabytes = (peakHeap() - heapBefore) / 1024 / 1024;
            System.out.println("A bomb of " + bomb.size() / 1024 + " KB: " + millis + " ms, " + megabytes + " MB");
            assertThat(millis).isLessThan(2_000);
            assertThat(megabytes).isLessThan(64);
        }
    }

    @Test
    void archivesInsideDocumentsAndPathsOutOfThemAreRefused() {
        byte[] inner = Papers.archive("x", Papers.repeated("x", 1)).bytes();
        refused(
                422,
                () -> guard.check(
                        Papers.archive(zip -> {
                            zip.putNextEntry(new ZipEntry("word/document.xml"));
                            zip.putNextEntry(new ZipEntry("word/embeddings/inner.bin"));
                            zip.write(inner);
                        }),
                        ALL));
        for (String path : List.of("word/../../etc/passwd", "/etc/passwd", "C:\\x", "word\\x")) {
            refused(
                    422,
                    () -> guard.check(
                            Papers.archive(zip -> {
                                zip.putNextEntry(new ZipEntry("word/document.xml"));
                                zip.putNextEntry(new ZipEntry(path));
                            }),
                            ALL));
        }
    }

    @Test
    void ordinaryPapersPass() throws IOException {
        for (Papers papers : List.of(
                sheet("<row><c r=\"A1\"><v>1</v></c></row>"),
                Papers.of("code,name\n1,Đất"),
                Papers.of(""),
                Papers.of(PNG))) {
            guard.check(papers, ALL);
        }
    }

    private static Papers sheet(String rows) {
        return sheet(rows, 1);
    }

    private static Papers sheet(String rows, int times) {
        return Papers.archive(zip -> {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] bytes = rows.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < times; i++) {
                zip.write(bytes);
            }
        });
    }

    private static void refused(int status, ThrowingCallable check) {
        assertThatThrownBy(check)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.status()).as(refusal.code()).isEqualTo(status));
    }

    private static void resetPeaks() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
