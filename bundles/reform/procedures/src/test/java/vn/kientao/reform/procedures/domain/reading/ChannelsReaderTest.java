package vn.kientao.reform.procedures.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kientao.reform.procedures.domain.Channel;
import vn.kientao.reform.procedures.domain.ChannelKind;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.DeadlineUnit;
import vn.kientao.reform.procedures.domain.Fee;
import vn.kientao.reform.procedures.domain.Gap;
import vn.kientao.reform.procedures.domain.GapKind;

class ChannelsReaderTest {

    private static final String HEADS = "Hình thức nộpThời gianPhí, lệ phíMô tả";

    private final Notes notes = new Notes();

    @Test
    void takesRowsApart() {
        List<Channel> channels =
                read("Trực tuyến5 Ngày làm việc200,000 VNĐ(200.000đ/lần)Nộp trên CổngTrực tiếp10 NgàyMiễn phí");

        assertThat(channels).extracting(Channel::kind).containsExactly(ChannelKind.ONLINE, ChannelKind.DIRECT);
        assertThat(channels.get(0).deadline())
                .isEqualTo(Deadline.of(BigDecimal.valueOf(5), DeadlineUnit.WORKING_DAY, "5 Ngày làm việc"));
        assertThat(channels.get(0).note()).isEqualTo("Nộp trên Cổng");
        assertThat(channels.get(0).fees())
                .containsExactly(
                        Fee.amount(new BigDecimal("200000"), "VND", true, "200.000đ/lần", "200,000 VNĐ(200.000đ/lần)"));
        assertThat(channels.get(1).fees()).containsExactly(Fee.free(true, "", "Miễn phí"));
        assertThat(gaps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "5 Ngày làm việc, 5, WORKING_DAY",
        "5 ngày, 5, CALENDAR_DAY",
        "8 Giờ, 8, HOUR",
        "4 Giờ làm việc, 4, WORKING_HOUR",
        "6 Tháng, 6, MONTH",
        "1 Năm, 1, YEAR",
        "30 Phút, 30, MINUTE",
        "2 Tuần, 2, WEEK",
        "1.5 Ngày làm việc, 1.5, WORKING_DAY",
        "'1,5 Ngày làm việc', 1.5, WORKING_DAY"
    })
    void readsEveryUnit(String time, BigDecimal value, DeadlineUnit unit) {
        assertThat(read("Trực tiếp" + time + "Miễn phí"))
                .extracting(Channel::deadline)
                .containsExactly(Deadline.of(value, unit, time));
    }

    @Test
    void flagsANumberWithoutUnit() {
        Deadline deadline = read("Trực tuyến1Miễn phí").get(0).deadline();

        assertThat(deadline.number()).contains(BigDecimal.ONE);
        assertThat(deadline.computable()).isFalse();
        assertThat(gaps()).containsExactly(GapKind.DEADLINE_UNIT_MISSING);
    }

    @Test
    void keepsNeitherOfTwoNumbersThatRunTogether() {
        Channel channel = read("Trực tuyến120 VNĐ(20.000Đ/tờ khai)").get(0);

        assertThat(channel.deadline()).isEqualTo(Deadline.unread("120 VNĐ"));
        assertThat(channel.fees()).containsExactly(Fee.unstated("20.000Đ/tờ khai", "120 VNĐ(20.000Đ/tờ khai)"));
        assertThat(gaps()).containsExactly(GapKind.DEADLINE_RUNS_INTO_FEE);
    }

    @Test
    void readsATimeInWordsAndItsRepetition() {
        List<Channel> channels = read("Trực tiếpHệ thống phản hồi tự động.Không có thông tinTại Trung tâm"
                + "Dịch vụ bưu chínhHệ thống phản hồi tự độngKhông có thông tinQua bưu điện");

        assertThat(channels).extracting(Channel::kind).containsExactly(ChannelKind.DIRECT, ChannelKind.POST);
        assertThat(channels).extracting(Channel::note).containsExactly("Tại Trung tâm", "Qua bưu điện");
        assertThat(channels).noneMatch(channel -> channel.deadline().computable());
        assertThat(gaps()).containsOnly(GapKind.DEADLINE_UNCLEAR, GapKind.FEE_MISSING);
    }

    @Test
    void doesNotTakeAChannelNamedInADescriptionForARow() {
        List<Channel> channels =
                read("Trực tuyến7 NgàyMiễn phí- Trực tuyến: qua Cổng. - Trực tiếp: tại Bộ phận Một cửa."
                        + " Trực tiếp nộp trong 5 ngày làm việc.Trực tiếp7 NgàyMiễn phí");

        assertThat(channels).hasSize(2);
        assertThat(channels.get(0).note()).endsWith("5 ngày làm việc.");
    }

    @Test
    void listsWhatIsMissing() {
        Channel channel = read("Trực tiếpKhông có thông tinKhông có thông tinTại Phòng Tổ chức")
                .get(0);

        assertThat(channel.deadline()).isEqualTo(Deadline.unread(""));
        assertThat(channel.fees()).extracting(Fee::kind).containsExactly(Fee.Kind.UNSTATED);
        assertThat(gaps()).containsExactly(GapKind.FEE_MISSING, GapKind.DEADLINE_MISSING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 Ngày | Chậm nhất sau 05 ngày làm việc, kể từ khi nhận được văn bản",
                "18 Ngày làm việc | 18 ngày, kể từ ngày nhận đủ hồ sơ",
                "1 Ngày | Không quy định cụ thể"
            })
    void isDisputedByANoteThatSaysOtherwise(String time, String note) {
        Deadline deadline = read("Trực tiếp" + time + "Miễn phí" + note).get(0).deadline();

        assertThat(deadline.disputed()).isTrue();
        assertThat(gaps()).containsExactly(GapKind.DEADLINE_DISPUTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 Ngày làm việc | Trong 05 ngày làm việc; trường hợp khác 5 ngày",
                "15 Ngày | Trong thời hạn 15 ngày kể từ ngày nhận",
                "15 Ngày | Gồm 10 ngày làm việc thẩm định",
                "15 Ngày | Nghị định số 15/2025/NĐ-CP ngày làm việc"
            })
    void isNotDisputedByOtherNumbers(String time, String note) {
        assertThat(read("Trực tiếp" + time + "Miễn phí" + note)
                        .get(0)
                        .deadline()
                        .disputed())
                .isFalse();
    }

    @Test
    void saysWhenCasesOfOneChannelDiffer() {
        read("Trực tiếp2 Ngày làm việcMiễn phíCấp lạiTrực tiếp7 Ngày làm việcMiễn phíCấp mới");

        assertThat(gaps()).containsExactly(GapKind.DEADLINE_VARIES);
    }

    @ParameterizedTest
    @CsvSource({
        "'Miễn phí', true",
        "'Miễn phí(Không)', true",
        "'Miễn phí(không có)', true",
        "'Miễn phí(20.000.000 đồng/lần)', false",
        "'Miễn phí(Mức lệ phí do Hội đồng nhân dân cấp tỉnh quyết định)', false",
        "'Miễn phíLệ phí theo Nghị quyết của HĐND tỉnh', false"
    })
    void doesNotTrustAFreeThatHasANote(String cell, boolean certain) {
        Fee fee = read("Trực tiếp5 Ngày" + cell).get(0).fees().get(0);

        assertThat(fee.kind()).isEqualTo(Fee.Kind.FREE);
        assertThat(fee.certain()).isEqualTo(certain);
        assertThat(fee.chargeable().isPresent()).isEqualTo(certain);
        assertThat(gaps().contains(GapKind.FEE_FREE_DOUBTFUL)).isNotEqualTo(certain);
    }

    @ParameterizedTest
    @CsvSource({
        "'10 USD(10USD/giấy)', 10, USD, true",
        "'1,500,000 Việt Nam Đồng', 1500000, VND, true",
        "'850 VNĐ', 850, VND, false",
        "'160,000 VNĐ(160.000/hộ chiếu; cấp lại 320.000đ)', 160000, VND, false",
        "'8,000 VNĐ(Miễn lệ phí cho hộ nghèo)', 8000, VND, false",
        "'Lệ phí : 50,000 Đồng (đồng/hồ sơ)', 50000, VND, true"
    })
    void readsAmounts(String cell, BigDecimal amount, String currency, boolean certain) {
        Fee fee = read("Trực tiếp5 Ngày" + cell).get(0).fees().get(0);

        assertThat(fee.amount()).isEqualByComparingTo(amount);
        assertThat(fee.currency()).isEqualTo(currency);
        assertThat(fee.certain()).isEqualTo(certain);
    }

    @Test
    void doesNotReadAnAmountWithADotForThousands() {
        Fee fee = read("Trực tiếp5 Ngày20.000 VNĐ").get(0).fees().get(0);

        assertThat(fee).isEqualTo(Fee.unstated("", "20.000 VNĐ"));
        assertThat(gaps()).containsExactly(GapKind.FEE_AMOUNT_DOUBTFUL);
    }

    @Test
    void readsSeveralFeesOfOneRow() {
        List<Fee> fees = read("Trực tiếp5 Ngày100,000 VNĐ(thẩm định)20,000 VNĐ(cấp giấy)Ghi chú")
                .get(0)
                .fees();

        assertThat(fees).extracting(Fee::note).containsExactly("thẩm định", "cấp giấy");
        assertThat(fees).extracting(Fee::chargeable).doesNotContain(java.util.Optional.empty());
    }

    @Test
    void flagsBracketsThatDoNotClose() {
        Channel channel = read("Trực tiếp5 Ngày10,000,000 VNĐ(đồng (miễn đến 2026)30 ngày")
                .get(0);

        assertThat(channel.fees().get(0).certain()).isFalse();
        assertThat(channel.note()).isEqualTo("(đồng (miễn đến 2026)30 ngày");
        assertThat(gaps()).contains(GapKind.FEE_NOTE_UNCLEAR);
    }

    @Test
    void keepsWhatHasNoRowsForAPerson() {
        assertThat(read("Nộp tại cơ quan")).isEmpty();
        assertThat(gaps()).containsExactly(GapKind.CHANNELS_UNCLEAR);
    }

    @Test
    void saysWhenNothingWasPublished() {
        assertThat(read("")).isEmpty();
        assertThat(gaps()).containsExactly(GapKind.CHANNELS_MISSING);
    }

    private List<Channel> read(String rows) {
        return ChannelsReader.read(HEADS + rows, notes);
    }

    private List<GapKind> gaps() {
        return notes.gaps().stream().map(Gap::kind).toList();
    }
}
