package vn.kientao.reform.steering.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.TaskFixture;
import vn.kientao.reform.steering.app.calendar.CalendarFeeds;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;
import vn.kientao.reform.steering.web.TaskWeb;
import vn.kientao.reform.steering.web.task.ViewPages;

/** Terms on a calendar, on a page and as a feed under a secret address. */
@OnEachDatabase("steering")
class CalendarPagesTest {
    private final TaskWeb web;

    CalendarPagesTest(Database database, Migrations migrations) {
        web = new TaskWeb(database, migrations);
        CalendarPages pages = new CalendarPages(
                web.fixture.tasks,
                new CalendarFeeds(database, web.fixture.tasks, web.fixture.province, web.fixture.audit));
        pages.staff(web.routes);
        pages.open(web.routes);
        new ViewPages(web.fixture.tasks, web.programmes, web.fixture.province).staff(web.routes);
    }

    @Test
    void theMonthShowsWhatIsDueOnItsDays() {
        web.fixture.give("VPUB2", "STP2", "2026-11-01", "2026-12-10");
        web.fixture.give("VPUB2", "STP2", "2026-11-01", "2027-01-10");

        Rendered december =
                web.page("GET /calendar", web.get("STP2", "/calendar").withQuery("month", "2026-12"));
        assertThat(december.texts("tbody a")).containsExactly("Nhiệm vụ của STP2");
        assertThat(december.text("h1")).isEqualTo("Lịch nhiệm vụ tháng 12/2026");
        assertThat(web.page("GET /calendar", web.get("STP2", "/calendar").withQuery("month", "2026-10"))
                        .has("tbody a"))
                .isFalse();
    }

    @Test
    void aSecretAddressTellsItsOwnersTasksUntilItIsRevoked() throws IOException {
        Task mine = web.fixture.tasks.give(
                TaskFixture.order(
                        "Kế hoạch; kiểm tra, rà soát văn bản quy phạm pháp luật năm 2026 và 2027",
                        "STP2",
                        "2026-12-10",
                        Set.of()),
                Optional.empty(),
                TaskFixture.act("VPUB2", "2026-11-01"));
        web.fixture.step(mine, TaskAction.ASSIGN, "2026-11-02");
        Task other = web.fixture.give("VPUB2", "STP2", "2026-11-01", "2026-12-11");

        String first = make("mine");
        String calendar = read(first);
        assertThat(calendar)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains("DTSTART;VALUE=DATE:20261210\r\n")
                .contains("UID:" + mine.code() + "@kientao")
                .contains("Kế hoạch\\;")
                .doesNotContain(other.code());
        assertThat(calendar.lines().map(line -> line.getBytes(StandardCharsets.UTF_8).length))
                .allMatch(octets -> octets <= 75);
        assertThat(calendar.replace("\r\n ", "")).contains("kiểm tra\\, rà soát văn bản quy phạm pháp luật");
        List<String> kept = web.database.read(handle -> handle.createQuery("SELECT digest FROM steering.calendar_feed")
                .mapTo(String.class)
                .list());
        assertThat(kept).as("the secret itself is not kept").hasSize(1).doesNotContain(first);

        String second = make("agency");
        assertThat(read(second)).contains(mine.code()).contains(other.code());
        assertThatThrownBy(() -> read(first)).as("the one before").isInstanceOf(ProblemException.class);
        web.done("POST /calendar/feed/revoke", by(web.post("STP2", "/calendar/feed/revoke")));
        assertThatThrownBy(() -> read(second)).isInstanceOf(ProblemException.class);
        assertThat(web.fixture.audit.actions()).contains("steering.make-calendar", "steering.revoke-calendar");
    }

    @Test
    void theAddressOfSomebodyWhoLeftTellsNothing() {
        FakeRequest leaver = web.post("STP2", "/calendar/feed")
                .by(new Actor("gone.STP2", "Người đã nghỉ", Set.of(), Map.of("STP2", Set.of("steering.read"))));
        Rendered page = web.page("POST /calendar/feed", leaver);
        String address = page.text(".kt-flash .kt-code");
        assertThatThrownBy(() -> read(address.substring(address.lastIndexOf('/') + 1)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void boardTimelineAndWorkShowTheSameTasksInGroups() {
        Task open = web.fixture.give("VPUB2", "STP2", "2026-11-01", "2026-12-10");
        Task reported = web.fixture.give("VPUB2", "STP2", "2026-11-01", "2027-01-10");
        web.fixture.step(open, TaskAction.ASSIGN, "2026-11-02");
        web.fixture.step(reported, TaskAction.REPORT, "2026-11-02");

        Rendered board = web.page("GET /task-board", web.get("STP2", "/task-board"));
        assertThat(board.texts("section h2"))
                .containsExactly("Đang thực hiện", "Tạm dừng", "Chờ xác nhận", "Hoàn thành");
        assertThat(board.texts("section p > a"))
                .containsExactly("Mở danh sách: Đang thực hiện", "Mở danh sách: Chờ xác nhận");
        assertThat(web.page("GET /timeline", web.get("STP2", "/timeline")).texts("section h2"))
                .containsExactly("Tháng 12/2026", "Tháng 1/2027");
        assertThat(web.page("GET /my-work", by(web.get("STP2", "/my-work"))).texts("section:first-of-type li a"))
                .containsExactly(open.title());
        assertThat(web.page("GET /my-work", web.get("VPUB2", "/my-work")).texts("section:nth-of-type(2) li a"))
                .containsExactly(reported.title());
        assertThat(web.page("GET /task-board", web.get("STP2", "/task-board").withQuery("area", "finance"))
                        .has(".kt-empty"))
                .isTrue();
    }

    private String make(String scope) {
        Rendered page = web.page(
                "POST /calendar/feed", by(web.post("STP2", "/calendar/feed")).withField("scope", scope));
        String address = page.text(".kt-flash .kt-code");
        assertThat(address).contains("/public/steering/calendar/");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private String read(String token) throws IOException {
        return new String(
                web.file(
                        "GET /calendar/{token}",
                        FakeRequest.get("steering", "/calendar/" + token).withPathValue("token", token)),
                StandardCharsets.UTF_8);
    }

    private static FakeRequest by(FakeRequest request) {
        return request.by(
                new Actor("clerk.STP2", "Trần Văn Chuyên Viên", Set.of(), Map.of("STP2", Set.of("steering.read"))));
    }
}
