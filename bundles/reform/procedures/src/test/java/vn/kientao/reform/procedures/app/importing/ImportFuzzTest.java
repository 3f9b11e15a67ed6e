package vn.kientao.reform.procedures.app.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.importing.Records.json;
import static vn.kientao.reform.procedures.app.importing.Records.record;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.Fee;
import vn.kientao.reform.procedures.domain.Procedure;

/**
 * Whatever becomes of a record on its way, reading it ends in a row: a procedure that keeps its own rules, or reasons. A
 * seed names each run, so a failure can be repeated.
 */
class ImportFuzzTest {

    private static final int RUNS = 1_500;
    private static final List<String> PIECES = List.of(
            "Trực tuyến",
            "Trực tiếp",
            "Dịch vụ bưu chính",
            "Miễn phí",
            "Không có thông tin",
            "5 Ngày làm việc",
            "1",
            "120 VNĐ",
            "1,000,000 Việt Nam Đồng",
            "999999999999999999999999 Ngày",
            "0 Ngày",
            "10 USD",
            "(",
            ")",
            "((",
            "1 bản chính",
            ",1 bản sao",
            "0 bản chính",
            "999999999999 bản sao",
            "--",
            "Tên giấy tờMẫu đơn, tờ khaiSố lượng",
            ".docx",
            "Mẫu số 01.doc",
            "Mã: ",
            "KQ.G15.000031",
            "Từ khóa",
            "31/2024/QH15",
            "11/2021/NĐ-CP",
            "/2021/",
            "ngày 31/2/2024",
            "năm 2020",
            "Bước 1",
            "Bước 99999999999999999999",
            "\u0000",
            "\ufeff",
            "&amp;amp;lt;",
            "&#1114111;",
            "&#x110000;",
            "\ud83d\ude00",
            "\u0301\u0323",
            "\r",
            "\t",
            "\u2028",
            "9".repeat(400),
            "\\",
            "\"",
            "{");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void endsInARowWhateverTheTextsHold(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            String line = json(mutated(random));
            List<ImportRow> rows = Records.read(line);

            assertThat(rows).as("seed %s, run %s: %s", seed, run, line).hasSize(1);
            if (rows.get(0) instanceof ImportRow.Accepted accepted) {
                check(accepted);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void endsInARowWhateverTheBytesAre(long seed) {
        Random random = new Random(seed);
        byte[] whole = json(record("1.001193")).getBytes(StandardCharsets.UTF_8);
        for (int run = 0; run < RUNS; run++) {
            byte[] bytes = whole.clone();
            for (int hits = random.nextInt(4); hits >= 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            List<ImportRow> rows = Records.read(bytes);

            assertThat(rows).as("seed %s, run %s", seed, run).isNotEmpty();
            rows.forEach(row -> {
                if (row instanceof ImportRow.Accepted accepted) {
                    check(accepted);
                }
            });
        }
    }

    private static Map<String, Object> mutated(Random random) {
        Map<String, Object> record = record("1.001193");
        List<String> fields = new ArrayList<>(record.keySet());
        for (int changes = random.nextInt(6); changes >= 0; changes--) {
            String field = fields.get(random.nextInt(fields.size()));
            Object value = record.get(field);
            record.put(field, value instanceof String text ? mutated(text, random) : "");
        }
        return record;
    }

    private static Object mutated(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int to = at + random.nextInt(text.length() - at + 1);
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        return switch (random.nextInt(10)) {
            case 0 -> text.substring(0, at) + text.substring(to);
            case 1 -> text + text;
            case 2 -> Normalizer.normalize(text, Normalizer.Form.NFD);
            case 3 -> random.nextInt();
            case 4 -> List.of(text, piece);
            case 5 -> text.substring(at) + text.substring(0, at);
            default -> text.substring(0, at) + piece + text.substring(at);
        };
    }

    private static void check(ImportRow.Accepted row) {
        Procedure procedure = row.procedure();
        assertThat(procedure.name()).isNotBlank();
        assertThat(row.fingerprint()).hasSize(64);
        assertThat(row.gaps()).allSatisfy(gap -> assertThat(gap.text()).hasSizeLessThanOrEqualTo(300));
        procedure.channels().forEach(channel -> {
            Deadline deadline = channel.deadline();
            assertThat(deadline.computable() && deadline.counts().isEmpty()).isFalse();
            assertThat(channel.fees()).isNotEmpty().allSatisfy(ImportFuzzTest::check);
        });
        procedure
                .source()
                .texts()
                .values()
                .forEach(text -> assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC))
                        .isTrue());
        assertThat(procedure.source().texts().toString())
                .doesNotContain("\u0000")
                .doesNotContain("\r");
    }

    private static void check(Fee fee) {
        assertThat(fee.chargeable().isPresent()).isEqualTo(fee.certain());
    }
}
