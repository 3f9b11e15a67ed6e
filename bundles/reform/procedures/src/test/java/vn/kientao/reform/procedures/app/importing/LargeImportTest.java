package vn.kientao.reform.procedures.app.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.importing.Records.json;
import static vn.kientao.reform.procedures.app.importing.Records.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LargeImportTest {

    private static final int RECORDS = 5_000;
    private static final String PADDING =
            "Tổ chức, cá nhân nộp hồ sơ tại Trung tâm Phục vụ hành chính công. ".repeat(50);

    /** In time on the processor, so that a busy machine does not make the test fail. */
    @Test
    void readsMoreThanAThousandRecordsASecond() throws IOException {
        ImportReader reader = new ImportReader();
        reader.read(file(1_000), row -> {});
        InputStream file = file(RECORDS);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        ImportSummary summary = reader.read(file, row -> {});
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(
                "%,d records, %,d kB: %,.0f records and %,.1f MB a second of processor time%n",
                summary.accepted(),
                summary.bytes() / 1000,
                summary.accepted() / seconds,
                summary.bytes() / 1e6 / seconds);

        assertThat(summary.accepted()).isEqualTo(RECORDS);
        assertThat(summary.accepted() / seconds).isGreaterThan(1_000);
    }

    /** A stream of 100 MB is read while no more than one line of it is kept. */
    @Test
    void keepsNoMoreThanALineInMemory() throws IOException {
        String blank = " ".repeat(1 << 20) + "\n";
        InputStream large = new RepeatedLine(blank, 100);
        long[] rows = new long[1];
        ImportSummary summary = new ImportReader().read(large, row -> rows[0]++);

        assertThat(summary.bytes()).isEqualTo(blank.length() * 100L);
        assertThat(rows[0]).as("the file holds no record").isEqualTo(1);
        LineSource lines = new LineSource(new RepeatedLine("x".repeat(1 << 20), 100), ImportReader.LONGEST_LINE);
        assertThat(lines.advance()).isTrue();
        assertThat(lines.tooLong()).isTrue();
        assertThat(lines.bytes()).hasSizeLessThanOrEqualTo(ImportReader.LONGEST_LINE);
        assertThat(lines.advance()).isFalse();
    }

    private static InputStream file(int records) {
        String whole = IntStream.range(0, records)
                .mapToObj(number -> json(record(String.format("1.%06d", number), "trinh_tu_thuc_hien", PADDING)) + "\n")
                .collect(Collectors.joining());
        return new ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_8));
    }
}
