package vn.kientao.reform.procedures.app.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.kientao.reform.procedures.app.importing.Records.json;
import static vn.kientao.reform.procedures.app.importing.Records.read;
import static vn.kientao.reform.procedures.app.importing.Records.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kientao.reform.procedures.domain.ChannelKind;
import vn.kientao.reform.procedures.domain.Gap;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.Procedure;

class ImportReaderTest {

    private static final String CODE = "1.001193";

    @Test
    void readsARecordWithItsGaps() {
        ImportRow.Accepted row = accepted(json(record(CODE)));
        Procedure procedure = row.procedure();

        assertThat(procedure.name()).isEqualTo("Cấp giấy phép nuôi hươu sao");
        assertThat(procedure.subjects()).containsExactly("Công dân Việt Nam", "Cán bộ, công chức, viên chức");
        assertThat(procedure.responsibility().carriedOutBy().names())
                .containsExactly("Sở Nông nghiệp và Môi trường", "Chi cục Chăn nuôi");
        assertThat(procedure.channelKinds()).containsExactlyInAnyOrder(ChannelKind.values());
        assertThat(procedure.components()).hasSize(3);
        assertThat(procedure.steps()).hasSize(3);
        assertThat(procedure.related()).isEmpty();
        assertThat(procedure.source().text("can_cu_phap_ly")).startsWith("Tên văn bản pháp lý");
        assertThat(row.gaps())
                .extracting(Gap::kind, Gap::field)
                .containsExactly(
                        tuple(GapKind.FEE_FREE_DOUBTFUL, "channels[2].fees[0]"),
                        tuple(GapKind.DEADLINE_UNIT_MISSING, "channels[2].deadline"),
                        tuple(GapKind.QUANTITY_UNCLEAR, "components[1].quantity"));
    }

    @Test
    void readsARecordOfNothingButCodeAndName() {
        ImportRow.Accepted row = accepted(json(Map.of("ma_thu_tuc", CODE, "ten_thu_tuc", "A")));

        assertThat(row.gaps())
                .extracting(Gap::kind)
                .contains(
                        GapKind.DECISION_MISSING,
                        GapKind.LEVEL_MISSING,
                        GapKind.AGENCY_MISSING,
                        GapKind.CHANNELS_MISSING,
                        GapKind.COMPONENTS_MISSING,
                        GapKind.RESULTS_MISSING,
                        GapKind.LEGAL_BASES_MISSING);
    }

    @Test
    void keepsFieldsThatItDoesNotKnow() {
        assertThat(accepted(json(record(CODE, "ghi_chu_rieng", "giữ lại")))
                        .procedure()
                        .source()
                        .text("ghi_chu_rieng"))
                .isEqualTo("giữ lại");
    }

    @Test
    void hasOneFingerprintForOneContentHoweverItIsWritten() {
        String written = json(record(CODE));
        String apart = Normalizer.normalize(written, Normalizer.Form.NFD);
        String escaped = written.replace("Cổng", "C\\u1ed5ng").replace("Đơn", "&#272;ơn");

        assertThat(List.of(apart, escaped))
                .allSatisfy(other -> assertThat(accepted(other).fingerprint())
                        .isEqualTo(accepted(written).fingerprint()));
        assertThat(accepted(json(record(CODE, "linh_vuc", "Thú y"))).fingerprint())
                .isNotEqualTo(accepted(written).fingerprint());
    }

    @Test
    void passesOverMarksBlankLinesAndBothKindsOfLineEnd() {
        String file = "\ufeff" + json(record(CODE)) + "\r\n\r\n   \n" + json(record("1.001194")) + "\r\n";

        assertThat(read(file)).hasSize(2).allMatch(ImportRow.Accepted.class::isInstance);
        assertThat(read(file)).extracting(ImportRow::line).containsExactly(1L, 4L);
    }

    @Test
    void takesNumbersNullsAndListsForTexts() {
        String line = "{\"ma_thu_tuc\": 1.001190, \"ten_thu_tuc\": 12, \"so_quyet_dinh\": null,"
                + " \"cap_thuc_hien\": [\"Cấp tỉnh\", \"Cấp xã\"]}";
        Procedure procedure = accepted(line).procedure();

        assertThat(procedure.code().value()).isEqualTo("1.001190");
        assertThat(procedure.name()).isEqualTo("12");
        assertThat(procedure.levels()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "{\"a\": 1}", "[1, 2]", "[\"a\", \"b\"]"})
    void refusesWhatCannotStandForAText(String value) {
        String line = "{\"ma_thu_tuc\": \"1.001193\", \"ten_thu_tuc\": " + value + "}";

        assertThat(refused(line))
                .extracting(RowError::field, RowError::reason)
                .containsExactly(tuple("ten_thu_tuc", Reason.WRONG_TYPE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | CODE_MISSING",
                "{\"ten_thu_tuc\": \"A\"} | CODE_MISSING",
                "{\"ma_thu_tuc\": \"1.2\", \"ten_thu_tuc\": \"A\"} | CODE_MALFORMED",
                "{\"ma_thu_tuc\": 1.2, \"ten_thu_tuc\": \"A\"} | CODE_MALFORMED",
                "{\"ma_thu_tuc\": \"1.001193\"} | NAME_MISSING",
                "{\"ma_thu_tuc\": \"1.001193\", \"ten_thu_tuc\": \"Không có thông tin\"} | NAME_MISSING",
                "{\"ma_thu_tuc\": \"1.001193\", \"ma_thu_tuc\": \"1.001194\"} | KEY_TWICE",
                "{\"ma_thu_tuc\": \"1.001193\" | NOT_JSON",
                "{\"ma_thu_tuc\": \"1.001193\"} {} | NOT_JSON",
                "{ma_thu_tuc: 1} | NOT_JSON",
                "nothing | NOT_JSON",
                "[{\"ma_thu_tuc\": \"1.001193\"}] | NOT_AN_OBJECT",
                "\"text\" | NOT_AN_OBJECT",
                "null | NOT_AN_OBJECT",
                "1e999999999 | NOT_AN_OBJECT",
                "{\"ma_thu_tuc\": \"1.001193\", \"ten_thu_tuc\": \"\\ud800\"} | BROKEN_CHARACTER"
            })
    void refusesALineWithItsReason(String line, Reason reason) {
        assertThat(refused(line)).extracting(RowError::reason).contains(reason);
    }

    @Test
    void namesEveryFaultOfALine() {
        assertThat(refused(json(Map.of("ma_thu_tuc", "x", "linh_vuc", true))))
                .extracting(RowError::reason)
                .containsExactlyInAnyOrder(Reason.WRONG_TYPE, Reason.CODE_MALFORMED, Reason.NAME_MISSING);
    }

    @Test
    void refusesACodeThatTheFileAlreadyHad() {
        List<ImportRow> rows = read(json(record(CODE)) + "\n" + json(record("1.001194")) + "\n" + json(record(CODE)));

        assertThat(errors(rows.get(2)))
                .containsExactly(new RowError(3, "ma_thu_tuc", Reason.CODE_TWICE, CODE, List.of("1")));
    }

    @Test
    void takesAProvincesFormForAnotherProcedure() {
        assertThat(read(json(record(CODE)) + "\n" + json(record(CODE + ".000.00.00.H12"))))
                .allMatch(ImportRow.Accepted.class::isInstance);
    }

    @Test
    void refusesTextsThatAreTooLong() {
        assertThat(refused(json(record(CODE, "ten_thu_tuc", "a".repeat(2001)))))
                .containsExactly(
                        new RowError(1, "ten_thu_tuc", Reason.TOO_LONG, "a".repeat(2001), List.of("2001", "2000")));
        assertThat(accepted(json(record(CODE, "ten_thu_tuc", "a".repeat(2000))))
                        .procedure()
                        .name())
                .hasSize(2000);
    }

    @Test
    void refusesALineThatIsTooLongAndReadsTheNext() {
        String endless = "{\"a\": \"" + "x".repeat(ImportReader.LONGEST_LINE) + "\"}";
        List<ImportRow> rows = read(endless + "\n" + json(record(CODE)));

        assertThat(errors(rows.get(0))).extracting(RowError::reason).containsExactly(Reason.LINE_TOO_LONG);
        assertThat(rows.get(1)).isInstanceOf(ImportRow.Accepted.class);
    }

    @Test
    void saysWhichByteIsNotUtf8() {
        byte[] good = (json(record(CODE)) + "\n").getBytes(UTF_8);
        byte[] bad = "{\"ten_thu_tuc\": \"Phép\"}".getBytes(ISO_8859_1);
        byte[] file = Arrays.copyOf(good, good.length + bad.length);
        System.arraycopy(bad, 0, file, good.length, bad.length);
        int position = good.length + "{\"ten_thu_tuc\": \"Ph".length();

        List<ImportRow> rows = read(file);

        assertThat(errors(rows.get(1)))
                .containsExactly(new RowError(2, "", Reason.NOT_UTF8, "", List.of(String.valueOf(position), "E9")));
    }

    @Test
    void takesAReplacementCharacterThatWasPublished() {
        assertThat(accepted(json(record(CODE, "ten_thu_tuc", "A\ufffdB")))
                        .procedure()
                        .name())
                .isEqualTo("A\ufffdB");
    }

    @Test
    void refusesAFileInAnotherEncoding() {
        byte[] file = ("\ufeff" + json(record(CODE)) + "\n").getBytes(UTF_16LE);

        assertThat(read(file))
                .singleElement()
                .satisfies(row -> assertThat(errors(row))
                        .containsExactly(new RowError(0, "", Reason.FILE_NOT_UTF8, "", List.of("UTF-16LE"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ufeff", "\n\n", " \r\n"})
    void refusesAFileWithoutRecords(String file) {
        assertThat(read(file))
                .singleElement()
                .satisfies(row -> assertThat(errors(row))
                        .extracting(RowError::line, RowError::reason)
                        .containsExactly(tuple(0L, Reason.FILE_EMPTY)));
    }

    @Test
    void stopsAtAFileOfTooManyRows() throws IOException {
        InputStream endless = new RepeatedLine("{}\n", ImportReader.MOST_ROWS + 10);
        long[] rows = new long[1];
        ImportSummary summary = new ImportReader().read(endless, row -> rows[0]++);

        assertThat(rows[0]).isEqualTo(ImportReader.MOST_ROWS + 1L);
        assertThat(summary.clean()).isFalse();
    }

    @Test
    void countsWhatItRead() throws IOException {
        byte[] file = (json(record(CODE)) + "\nx\n").getBytes(UTF_8);
        ImportSummary summary = new ImportReader().read(new ByteArrayInputStream(file), row -> {});

        assertThat(summary).isEqualTo(new ImportSummary(1, 1, file.length));
        assertThat(summary.clean()).isFalse();
        assertThat(read(file)).extracting(ImportRow::bytesRead).containsExactly(file.length - 2L, (long) file.length);
    }

    @Test
    void letsTheFaultsOfStreamAndConsumerThrough() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();
        ImportReader reader = new ImportReader();

        assertThatThrownBy(() -> reader.read(broken, row -> {})).isInstanceOf(IOException.class);
        assertThatThrownBy(() ->
                        reader.read(new ByteArrayInputStream(json(record(CODE)).getBytes(UTF_8)), row -> {
                            throw new IllegalStateException("the store is full");
                        }))
                .hasMessage("the store is full");
    }

    private static ImportRow.Accepted accepted(String line) {
        List<ImportRow> rows = read(line);
        assertThat(rows).singleElement().isInstanceOf(ImportRow.Accepted.class);
        return (ImportRow.Accepted) rows.get(0);
    }

    private static List<RowError> refused(String line) {
        List<ImportRow> rows = read(line);
        assertThat(rows).hasSize(1);
        return errors(rows.get(0));
    }

    private static List<RowError> errors(ImportRow row) {
        assertThat(row).isInstanceOf(ImportRow.Refused.class);
        return ((ImportRow.Refused) row).errors();
    }
}
