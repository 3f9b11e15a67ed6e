package vn.kientao.reform.procedures.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kientao.reform.procedures.domain.ChannelKind;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.Fee;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.Level;
import vn.kientao.reform.procedures.domain.ProcedureCode;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueEntry;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureSummary;
import vn.kientao.reform.procedures.domain.catalogue.Synonym;

class CatalogueIndexTest {
    private final List<CatalogueEntry> entries = new ArrayList<>();

    private final CatalogueIndex index = index();

    private CatalogueIndex index() {
        add("1.000001", "Đăng ký khai sinh", "Hộ tịch", Set.of(Level.COMMUNE), true, "UBND cấp xã");
        add("1.000002", "Đăng ký kết hôn", "Hộ tịch", Set.of(Level.COMMUNE), false, "UBND cấp xã");
        add("1.000003", "Giao đất, cho thuê đất", "Đất đai", Set.of(Level.PROVINCE), true, "Sở Tài nguyên");
        add("1.000004", "Đăng ký đất đai lần đầu", "Đất đai", Set.of(Level.PROVINCE), true, "Sở Tài nguyên");
        add("1.000005", "Cấp giấy chứng nhận quyền sử dụng đất", "Đất đai", Set.of(Level.PROVINCE), false, "Sở");
        add("1.000006", "Nuôi con dạt bờ", "Thủy sản", Set.of(Level.PROVINCE), false, "Sở Nông nghiệp");
        add("1.000007", "An toàn đập thủy điện", "Thủy lợi", Set.of(Level.MINISTRY), false, "Bộ");
        add("1.000008", "Đặt văn phòng đại diện", "Ngân hàng", Set.of(Level.MINISTRY), false, "Bộ");
        return new CatalogueIndex(
                entries,
                List.of(new Synonym("sổ đỏ", "quyền sử dụng đất"), new Synonym("làm giấy khai sinh", "khai sinh")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dat dai", "Đất đai", "ĐẤT ĐAI", "Đất đai", "  đất   ĐAI "})
    void theSameProcedureComesFirstHoweverItIsTyped(String words) {
        assertThat(codes(words)).first().isEqualTo("1.000004");
    }

    @ParameterizedTest
    @CsvSource({
        "đất, 1.000006, 1.000003", // the accents that were typed come first
        "dạt, 1.000003, 1.000006",
    })
    void exactAccentsComeBeforeOthers(String words, String later, String earlier) {
        assertThat(codes(words)).containsSubsequence(earlier, later);
    }

    @ParameterizedTest
    @CsvSource({
        "1.000002, 1.000002",
        "000002, 1.000002",
        "ho tich ket hon, 1.000002",
        "kết hôn, 1.000002",
        "sổ đỏ, 1.000005",
        "so do, 1.000005",
        "làm giấy khai sinh, 1.000001",
        "lam giay khai sinh, 1.000001",
        "khai si, 1.000001",
        "thuy dien, 1.000007",
    })
    void findsByNameCodeFieldBeginningAndWhatPeopleCallIt(String words, String first) {
        assertThat(codes(words)).first().isEqualTo(first);
    }

    @Test
    void everyWordMustBeThere() {
        assertThat(codes("đất tàu vũ trụ")).isEmpty();
        assertThat(codes("!!!")).hasSize(entries.size());
    }

    @Test
    void withoutWordsTheNamesStandInVietnameseOrder() {
        assertThat(codes("")).first().isEqualTo("1.000007");
        assertThat(codes("")).containsSubsequence("1.000001", "1.000008", "1.000006");
    }

    @Test
    void filtersNarrowAndCountsTellWhatTheyWouldLeave() {
        SearchQuery query =
                new SearchQuery("", Optional.of("Đất đai"), Optional.empty(), Optional.empty(), true, Optional.empty());

        SearchResult result = index.search(query, 0, 20);

        assertThat(result.total()).isEqualTo(2);
        assertThat(result.facets().fields())
                .contains(new Facets.Value("Đất đai", 2), new Facets.Value("Hộ tịch", 1))
                .doesNotContain(new Facets.Value("Thủy sản", 0));
        assertThat(result.facets().online()).isEqualTo(2);
        assertThat(result.facets().agencies()).containsExactly(new Facets.Value("Sở Tài nguyên", 2));
        assertThat(result.facets().levels()).containsExactly(new Facets.Value("PROVINCE", 2));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<String> paged = new ArrayList<>();
        for (int first = 0; first < entries.size(); first += 3) {
            index.search(SearchQuery.of("d"), first, 3).hits().forEach(entry -> paged.add(entry.code()));
        }

        assertThat(paged).doesNotHaveDuplicates().isEqualTo(codes("d"));
    }

    @Test
    void whatIsToBeCompletedCanBeListed() {
        SearchQuery query = new SearchQuery(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(GapKind.DEADLINE_UNIT_MISSING));

        assertThat(index.search(query, 0, 20).total()).isEqualTo(4);
    }

    private List<String> codes(String words) {
        return index.search(SearchQuery.of(words), 0, 100).hits().stream()
                .map(CatalogueEntry::code)
                .toList();
    }

    private void add(String code, String name, String field, Set<Level> levels, boolean online, String agency) {
        ProcedureSummary summary = new ProcedureSummary(
                new ProcedureCode(code),
                name,
                field,
                levels,
                online ? Set.of(ChannelKind.DIRECT, ChannelKind.ONLINE) : Set.of(ChannelKind.DIRECT),
                List.of(agency),
                Deadline.unread(""),
                false,
                Fee.unstated("", ""),
                false);
        Set<GapKind> gaps = entries.size() % 2 == 0 ? Set.of(GapKind.DEADLINE_UNIT_MISSING) : Set.of();
        entries.add(new CatalogueEntry(entries.size() + 1L, 1, LocalDate.of(2026, 1, 1), summary, gaps));
    }
}
