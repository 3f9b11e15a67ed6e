package vn.kientao.reform.procedures.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kientao.reform.procedures.domain.Component;
import vn.kientao.reform.procedures.domain.Gap;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.Quantity;

class ComponentsReaderTest {

    private static final String HEADS = "Tên giấy tờMẫu đơn, tờ khaiSố lượng";

    private final Notes notes = new Notes();

    @Test
    void takesRowsApart() {
        assertThat(read("--" + HEADS + "Đơn đề nghị1 bản chính,2 bản saoBản sao hộ chiếu;0 bản chính,1 bản sao"))
                .containsExactly(
                        new Component("", "Đơn đề nghị", List.of(), Quantity.of(1, 2)),
                        new Component("", "Bản sao hộ chiếu;", List.of(), Quantity.of(0, 1)));
        assertThat(gaps()).isEmpty();
    }

    @Test
    void putsRowsUnderTheirCase() {
        List<Component> components = read("Trường hợp cấp mới:" + HEADS + "Đơn1 bản chính" + "Trường hợp cấp lại"
                + HEADS + "Đơn1 bản chính--" + HEADS + "Ảnh2 bản chính");

        assertThat(components)
                .extracting(Component::heading)
                .containsExactly("Trường hợp cấp mới:", "Trường hợp cấp lại", "");
    }

    @Test
    void readsFormsGluedToTheName() {
        assertThat(read("--" + HEADS + "Tờ khai của Chính phủMẫu M02a.docx1 bản chính")
                        .get(0))
                .isEqualTo(new Component("", "Tờ khai của Chính phủ", List.of("Mẫu M02a.docx"), Quantity.of(1, 0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gồm 01 bản chính và bản sao",
                "(01 bản chính) kèm theo",
                "nộp 2 bản sao có chứng thực",
                "hồ sơ: 01 bản chính."
            })
    void doesNotTakeANumberInANameForTheQuantity(String name) {
        assertThat(read("--" + HEADS + name + "1 bản chính"))
                .containsExactly(new Component("", name, List.of(), Quantity.of(1, 0)));
    }

    @ParameterizedTest
    @CsvSource({"Nghị định 1161 bản chính", "Mẫu số 181 bản chính", "Phụ lục 0112 bản chính"})
    void doesNotGuessWhereANameEndsThatRunsIntoTheNumber(String row) {
        Component component = read("--" + HEADS + row).get(0);

        assertThat(component.quantity()).isEqualTo(Quantity.UNSTATED);
        assertThat(row).startsWith(component.name());
        assertThat(gaps()).containsExactly(GapKind.QUANTITY_UNCLEAR);
    }

    @Test
    void knowsTheYearOfADateFromTheNumberBehindIt() {
        assertThat(read("--" + HEADS + "Thông tư ngày 01/01/20263 bản chính,1 bản sao"))
                .containsExactly(new Component("", "Thông tư ngày 01/01/2026", List.of(), Quantity.of(3, 1)));
    }

    @Test
    void listsRowsThatAskForNothing() {
        assertThat(read("--" + HEADS + "* Lưu ý: mang theo giấy tờ0 bản chính")
                        .get(0)
                        .quantity()
                        .isNought())
                .isTrue();
        assertThat(gaps()).containsExactly(GapKind.QUANTITY_NOUGHT);
    }

    @Test
    void keepsARowWithoutQuantity() {
        assertThat(read("--" + HEADS + "Đơn1 bản chínhGiấy khác"))
                .extracting(Component::quantity)
                .containsExactly(Quantity.of(1, 0), Quantity.UNSTATED);
        assertThat(gaps()).containsExactly(GapKind.QUANTITY_MISSING);
    }

    @Test
    void keepsWhatIsNoTableForAPerson() {
        assertThat(read("Bước 2. Nộp hồ sơ")).isEmpty();
        assertThat(gaps()).containsExactly(GapKind.COMPONENTS_UNCLEAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--", "----", "Không có thông tin"})
    void saysWhenNothingWasPublished(String text) {
        assertThat(read(text)).isEmpty();
        assertThat(gaps()).containsExactly(GapKind.COMPONENTS_MISSING);
    }

    private List<Component> read(String text) {
        return ComponentsReader.read(text, notes);
    }

    private List<GapKind> gaps() {
        return notes.gaps().stream().map(Gap::kind).toList();
    }
}
