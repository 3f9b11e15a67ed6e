package vn.kientao.reform.steering.web.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.steering.web.goal.TargetWorld.get;
import static vn.kientao.reform.steering.web.goal.TargetWorld.post;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.app.goal.DemonstrationTargets;
import vn.kientao.reform.steering.domain.goal.Target;

@OnEachDatabase("steering")
class TargetPagesTest {
    private final TargetWorld world;

    TargetPagesTest(Database database, Migrations migrations) {
        world = new TargetWorld(database, migrations);
    }

    @Test
    void theListShowsHowEachTargetStandsAndFiltersByAreaYearStateAndWords() {
        world.enter("satisfied-agencies", "2025", "91");
        world.enter("units-cut", "2025", "7,5");
        world.enter("payroll-cut", "2026", "4");

        Rendered page = list();
        assertThat(page.texts(".kt-tile b")).containsExactly("0", "1", "2", "23");
        assertThat(page.texts("tbody tr")).hasSize(25);
        assertThat(page.has("a[rel=next]")).isTrue();
        Rendered apparatus = list("area", "apparatus");
        assertThat(apparatus.texts("tbody th a"))
                .containsExactly(
                        "Giảm đơn vị sự nghiệp công lập so với năm 2021",
                        "Giảm biên chế hưởng lương từ ngân sách (đến 2025 so với 2021; đến 2030 so với 2025)",
                        "Mức độ hài lòng đối với sự phục vụ của cơ quan hành chính",
                        "Mức độ hài lòng về dịch vụ y tế, giáo dục công lập");
        assertThat(apparatus.texts("tbody td"))
                .containsSequence(
                        "từ 10 % trở lên đến hết năm 2025",
                        "7,5 % nhập tay, số liệu ngày 20/11/2026", "Chưa đạt", "Cơ quan SNV2");
        assertThat(list("state", "REACHED", "year", "2025").texts("tbody th a"))
                .containsExactly("Mức độ hài lòng đối với sự phục vụ của cơ quan hành chính");
        assertThat(list("state", "REACHED").texts("tbody th"))
                .as("91 % is not yet what is to be reached by 2030, but what was to be reached by 2025 is")
                .isEmpty();
        assertThat(list("q", "BIEN CHE").texts("tbody th a")).hasSize(1);
        assertThat(list("q", "không có gì").text(".kt-empty h2")).isEqualTo("Không có mục tiêu nào");
        assertThat(list("after", "units-cut", "area", "apparatus").texts("tbody th"))
                .as("the page behind a target")
                .hasSize(3);
    }

    private Rendered list(String... query) {
        var request = world.lead("P-AX", get("/targets"));
        for (int place = 0; place < query.length; place += 2) {
            request.withQuery(query[place], query[place + 1]);
        }
        return world.page("GET /targets", request);
    }

    @Test
    void theListLeavesAsASheetWithWhatTheFilterShows() throws IOException {
        world.enter("units-cut", "2025", "7,5");

        String csv = new String(
                world.file(
                        "GET /targets.csv",
                        world.lead("P-AX", get("/targets.csv")).withQuery("area", "apparatus")),
                StandardCharsets.UTF_8);

        assertThat(csv.lines().filter(line -> line.contains("units-cut")))
                .singleElement()
                .asString()
                .contains("Cải cách tổ chức bộ máy", "7,5", "20/11/2026", "Cán bộ nhập", "Chưa đạt", "Cơ quan SNV2");
        assertThat(csv).doesNotContain("digitised");
        assertThat(world.audit.actions()).endsWith("steering.export");
    }

    @Test
    void thePageOfATargetDrawsTheRoadmapBesideItsTable() {
        world.enter("satisfied-agencies", "2025", "91");
        world.enter("satisfied-agencies", "2026", "92,5");

        Rendered page = world.target("satisfied-agencies");
        assertThat(page.texts(".kt-tags .kt-tag")).containsExactly("Chưa đến hạn", "Cán bộ nhập");
        assertThat(page.text(".kt-lead"))
                .isEqualTo("Kết quả hiện có: 92,5 % (nhập tay, số liệu ngày 20/11/2026). "
                        + "Cần đạt từ 95 % trở lên đến hết năm 2030.");
        assertThat(page.texts("div[aria-labelledby=roadmap] tbody tr"))
                .containsExactly(
                        "2025 từ 90 % trở lên 91 % nhập tay, số liệu ngày 20/11/2026 Đạt",
                        "2026 – 92,5 % nhập tay, số liệu ngày 20/11/2026 Chưa đến hạn", "2030 từ 95 % trở lên – –");
        assertThat(page.texts("svg.kt-chart text"))
                .contains("Cần đạt", "Thực hiện", "90", "95", "91", "92,5", "2025", "2030");
        assertThat(page.document().select("svg.kt-chart polyline")).hasSize(2);
        assertThat(page.one("svg.kt-chart").attr("aria-label"))
                .isEqualTo("Lộ trình: Mức độ hài lòng đối với sự phục vụ của cơ quan hành chính");
        assertThat(page.texts("aside dd"))
                .contains("Cải cách tổ chức bộ máy", "Cơ quan SNV2", "Nghị quyết 76/NQ-CP ngày 15/7/2021");
        assertThat(page.one("aside a[rel]").attr("href")).startsWith("http://thinhvuongvietnam.com/");
    }

    @Test
    void aModuleCountsATargetOnceADayAndThePageSaysSo() {
        world.done(
                "POST /targets/{code}/edit",
                world.form("/targets/cm-satisfied/edit")
                        .withPathValue("code", "cm-satisfied")
                        .withField("version", "1")
                        .withField("from", "1/1/2025")
                        .withField("indicator", TargetWorld.SHARE));
        world.enter("cm-satisfied", "2026", "99");

        LocalDateTime noon = LocalDateTime.of(2026, 12, 1, 12, 0);
        assertThat(world.counting.countDue(noon)).as("2025 and 2026").isEqualTo(2);
        assertThat(world.asked).contains("STP2 2025", "SNV2 2026", "P-AX 2026").hasSize(14);
        assertThat(world.counting.countDue(noon.plusHours(5))).isZero();
        assertThat(world.asked).as("nobody is asked twice a day").hasSize(14);
        assertThat(world.counting.countDue(noon.plusDays(1)))
                .as("a year that is over stays")
                .isEqualTo(1);

        Rendered page = world.target("cm-satisfied");
        assertThat(page.texts(".kt-tags .kt-tag")).containsExactly("Chưa đạt", "Phân hệ đếm");
        assertThat(page.text(".kt-lead"))
                .as("9 of 20, whatever was entered")
                .startsWith("Kết quả hiện có: 45 % (đếm từ dữ liệu đến 02/12/2026).");
        assertThat(page.document().text())
                .contains("Chỉ số “Hồ sơ hài lòng”, đếm từ đầu năm đến 02/12/2026")
                .contains("Tử số / mẫu số: 9 / 20");
        assertThat(page.texts("div[aria-labelledby=parts] tbody tr"))
                .containsExactly("Cơ quan SNV2 10 % 1 / 10", "Cơ quan STP2 80 % 8 / 10");
        assertThat(page.has("div[aria-labelledby=parts] a"))
                .as("only the own list can be opened")
                .isFalse();
        Rendered own = world.page(
                "GET /targets/{code}",
                world.lead("STP2", get("/targets/cm-satisfied")).withPathValue("code", "cm-satisfied"));
        assertThat(own.one("div[aria-labelledby=parts] a").attr("href")).isEqualTo("/STP2/dossiers/ratings");
    }

    @Test
    void aModuleThatIsAwayLeavesWhatItCountedAndTheButtonSaysThatNobodyCounts() {
        world.done(
                "POST /targets/{code}/edit",
                world.form("/targets/cm-satisfied/edit")
                        .withPathValue("code", "cm-satisfied")
                        .withField("version", "1")
                        .withField("indicator", TargetWorld.SHARE));
        count("cm-satisfied");
        assertThat(world.target("cm-satisfied").text(".kt-lead")).contains("45 %");
        assertThat(world.audit.actions()).endsWith("steering.count-target");

        world.leave();
        count("cm-satisfied");

        assertThat(world.target("cm-satisfied").text(".kt-lead")).contains("45 %");
        Target target = world.targets.find("cm-satisfied").orElseThrow().target();
        assertThat(target.indicator()).contains(TargetWorld.SHARE);
    }

    private void count(String code) {
        world.done(
                "POST /targets/{code}/count",
                world.keeper(post("/targets/" + code + "/count")).withPathValue("code", code));
    }

    @Test
    void aShownPlatformKnowsWhatTheProvinceReachedIn2022() {
        DemonstrationTargets.fill(world.targets, world.desk, TargetWorld.DECEMBER);
        DemonstrationTargets.fill(world.targets, world.desk, TargetWorld.DECEMBER);

        assertThat(list("year", "2022", "state", "REACHED").texts("tbody td.kt-number:nth-child(3)"))
                .containsExactly("100 % nhập tay, số liệu ngày 31/12/2022", "70 % nhập tay, số liệu ngày 31/12/2022");
        assertThat(world.target("cm-signed").texts(".kt-timeline h3")).containsExactly("Năm 2022: 100 %");
        assertThat(world.target("cm-signed").one(".kt-timeline a[rel]").attr("href"))
                .startsWith("https://kinhtenongthon.vn/");
    }

    @Test
    void anUnknownTargetIsNotFound() {
        assertThatThrownBy(() -> world.target("gi-do"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        missing -> assertThat(missing.problem().status()).isEqualTo(404));
    }
}
