package vn.kientao.reform.steering.web.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.steering.web.goal.TargetWorld.get;
import static vn.kientao.reform.steering.web.goal.TargetWorld.post;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.domain.goal.Target;

@OnEachDatabase("steering")
class TargetEditPagesTest {
    private static final String NEW = "POST /targets/new";
    private static final String EDIT = "POST /targets/{code}/edit";
    private static final String REMOVE = "POST /targets/{code}/remove";

    private final TargetWorld world;

    TargetEditPagesTest(Database database, Migrations migrations) {
        world = new TargetWorld(database, migrations);
    }

    @Test
    void theStandingOfficeAddsATargetWithValuesPerYearAndChangesIt() {
        world.done(NEW, world.form("/targets/new").withField("lead", "STP2"));

        Target target = target("on-time");
        assertThat(target.values())
                .containsEntry(2026, new BigDecimal("95"))
                .containsEntry(2030, new BigDecimal("98.5"))
                .hasSize(2);
        Rendered page = world.target("on-time");
        assertThat(page.texts("aside dd")).contains("Cơ quan STP2", "Phụ lục I https://example.vn/985");
        Rendered form = world.page(
                "GET /targets/{code}/edit",
                world.keeper(get("/targets/on-time/edit")).withPathValue("code", "on-time"));
        assertThat(form.one("#amount1").val()).isEqualTo("98,5");
        assertThat(form.one("#lead option[selected]").val()).isEqualTo("STP2");

        world.done(
                EDIT,
                edit("1").withField("direction", "MAX").withField("year1", "").withField("amount1", ""));

        assertThat(target("on-time").atLeast()).isFalse();
        assertThat(target("on-time").values()).containsOnlyKeys(2026);
        AuditEntry change = world.audit.entries().get(1);
        assertThat(change.action()).isEqualTo("steering.change-target");
        assertThat(change.objectId()).isEqualTo("on-time");
        assertThat(change.before()).contains("\"atLeast\":\"true\"").doesNotContain("Hồ sơ giải quyết");
        assertThat(change.after()).contains("\"atLeast\":\"false\"", "\"lead\":\"\"");
    }

    private FakeRequest edit(String version) {
        return world.form("/targets/on-time/edit")
                .withPathValue("code", "on-time")
                .withField("version", version);
    }

    private Target target(String code) {
        return world.targets.find(code).orElseThrow().target();
    }

    @Test
    void whatDoesNotFitIsNamedWithWhatIsExpected() {
        FakeRequest wrong = world.form("/targets/new")
                .withField("code", "Đúng hạn")
                .withField("area", "y-te")
                .withField("direction", "UP")
                .withField("indicator", "nobody.knows")
                .withField("lead", "KHONG-CO")
                .withField("from", "31/12/2026")
                .withField("to", "1/12/2026")
                .withField("amount0", "95,123")
                .withField("year1", "2026")
                .withField("year2", "2028");
        assertThat(world.mistakes(NEW, wrong))
                .containsExactly(
                        "“Đúng hạn” không dùng được; cần 1 đến 40 chữ cái không dấu, chữ số, dấu chấm, gạch nối, không"
                                + " phải “new”",
                        "Chọn một lĩnh vực trong danh sách",
                        "Chọn chiều: càng nhiều càng tốt, hoặc càng ít càng tốt",
                        "Không phân hệ nào cung cấp chỉ số “nobody.knows”",
                        "Không có cơ quan “KHONG-CO” đang hoạt động",
                        "01/12/2026 trước ngày bắt đầu 31/12/2026",
                        "95,123 không dùng được; cần số có nhiều nhất 2 chữ số sau dấu phẩy",
                        "Năm 2026 có hai giá trị; chỉ để một",
                        "Chưa nhập; cần điền chỗ này");
        assertThat(world.mistakes(NEW, world.form("/targets/new").withField("code", "digitised")))
                .containsExactly("Đã có mục tiêu mã “digitised”; chọn mã khác");
        assertThat(world.mistakes(
                        NEW,
                        world.form("/targets/new")
                                .withField("year0", "")
                                .withField("amount0", "")
                                .withField("year1", "")
                                .withField("amount1", "")))
                .containsExactly("Nhập ít nhất một năm với giá trị cần đạt");
    }

    @Test
    void whoDidNotSeeThePresentVersionDoesNotOverwriteIt() {
        world.done(NEW, world.form("/targets/new"));
        world.done(EDIT, edit("1"));

        assertThat(world.mistakes(EDIT, edit("1").withField("unit", "điểm")))
                .containsExactly("Có người vừa sửa mục tiêu này hoặc số liệu của nó; mở lại trang để xem rồi làm lại");
        assertThat(target("on-time").unit()).isEqualTo("%");
    }

    @Test
    void aTargetWithValuesIsEndedAndNotRemoved() {
        world.done(NEW, world.form("/targets/new"));
        world.enter("on-time", "2026", "96");
        assertThatThrownBy(() -> world.routes.call(REMOVE, remove("on-time", "2")))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(409);
                    assertThat(refused.problem().code()).isEqualTo("target-in-use");
                });

        world.done(EDIT, edit("2").withField("to", "31/12/2025").withField("from", "1/1/2025"));

        assertThat(titles("2026")).doesNotContain("Hồ sơ giải quyết đúng hạn");
        assertThat(titles("2025")).contains("Hồ sơ giải quyết đúng hạn");
        assertThat(world.target("on-time").texts(".kt-timeline h3"))
                .as("its history stays")
                .containsExactly("Năm 2026: 96 %");
    }

    private List<String> titles(String year) {
        return world.page(
                        "GET /targets",
                        world.keeper(get("/targets")).withQuery("year", year).withQuery("area", "procedures"))
                .texts("tbody th a");
    }

    private FakeRequest remove(String code, String version) {
        return world.keeper(post("/targets/" + code + "/remove"))
                .withPathValue("code", code)
                .withField("version", version);
    }

    @Test
    void aTargetEnteredByMistakeIsRemovedByWhoHasSeenIt() {
        world.done(NEW, world.form("/targets/new"));
        assertThat(world.mistakes(REMOVE, remove("on-time", "7"))).hasSize(1);

        assertThat(world.done(REMOVE, remove("on-time", "1"))).isEqualTo("/VPUB2/steering/targets");

        assertThat(world.targets.find("on-time")).isEmpty();
        assertThat(world.audit.actions()).endsWith("steering.remove-target");
    }

    @Test
    void anotherFigureBeginsToCountAnew() {
        world.done(NEW, world.form("/targets/new").withField("indicator", TargetWorld.SHARE));
        world.counting.countDue(LocalDateTime.of(2026, 12, 1, 12, 0));
        assertThat(world.target("on-time").text(".kt-lead")).contains("45 %");

        world.done(EDIT, edit("1"));

        assertThat(world.target("on-time").text(".kt-lead")).startsWith("Chưa có số liệu.");
    }
}
