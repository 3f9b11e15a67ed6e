package vn.kientao.reform.procedures.app.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.importing.Records.json;
import static vn.kientao.reform.procedures.app.importing.Records.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kientao.reform.procedures.domain.reading.Field;

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
        long start = processorTime();
        ImportSummary summary = reader.read(file, row -> {});
        double seconds = (processorTime() - start) / 1e9;
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

    /** Texts as long as a field allows, made to be read again and again by a careless pattern. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9",
                "9.",
                "9,999.",
                "\n",
                " \t",
                "(",
                ")",
                "Mã: ",
                "Mã: x",
                "Trực tiếp",
                "Trực tiếp1Miễn phí(",
                "1 bản chính",
                "01 bản ",
                "9/",
                "ngày 1/",
                "11/2021/NĐ-CP",
                "Thông tư số ",
                "Bước 1",
                "Mẫu.doc",
                "xMẫu",
                "&amp;",
                "& ",
                "Ubnd, Sở, ",
                "-",
                "Miễn phí",
                "Tên giấy tờMẫu đơn, tờ khaiSố lượng",
                "1 bản chính.docx",
                "\u0301",
                "1,000 VNĐ(1.000) "
            })
    @Timeout(600)
    void readsTheWorstTextsInTheirTime(String piece) {
        Map<String, Object> record = record("1.001193");
        for (Field field : Field.values()) {
            if (field != Field.CODE && field.longest() > 2_000) {
                Object before = record.getOrDefault(field.published(), "");
                int room = field.longest() - before.toString().length();
                record.put(field.published(), before + piece.repeat(room / piece.length()));
            }
        }
        long start = processorTime();
        assertThat(Records.read(json(record))).hasSize(1);
        String rows = String.valueOf(record.get(Field.CHANNELS.published()));
        record.keySet().retainAll(Set.of(Field.CODE.published(), Field.NAME.published()));
        record.put(Field.CHANNELS.published(), rows.replaceFirst("^.*?Mô tảTrực tuyến[^,]+", "Trực tiếp"));
        assertThat(Records.read(json(record))).hasSize(1);
        assertThat((processorTime() - start) / 1e9).as("seconds").isLessThan(30);
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static InputStream file(int records) {
        String whole = IntStream.range(0, records)
                .mapToObj(number -> json(record(String.format("1.%06d", number), "trinh_tu_thuc_hien", PADDING)) + "\n")
                .collect(Collectors.joining());
        return new ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_8));
    }
}
