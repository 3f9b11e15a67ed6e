package vn.kientao.platform.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.time.DeadlineTerms;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.directory.app.AgencyHoursChanges;
import vn.kientao.platform.directory.app.AgencyImports;
import vn.kientao.platform.directory.app.AgencySearch;
import vn.kientao.platform.directory.app.CalendarChanges;
import vn.kientao.platform.directory.app.CalendarView;
import vn.kientao.platform.directory.app.OneModule;
import vn.kientao.platform.directory.app.TestDirectory;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FakeUpload;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;

class DirectoryPagesTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.h2("directory");

    private TestDirectory directory;
    private AgencyPages agencies;
    private AgencyImportPages imports;
    private CalendarPages calendar;
    private CalendarImportPages calendarImports;
    private CalendarApi api;

    @BeforeEach
    void open() {
        directory = new TestDirectory(database.database(), database.migrations(), true);
        agencies = new AgencyPages(
                new AgencySearch(directory.store), new AgencyHoursChanges(directory.store, directory.audit));
        imports = new AgencyImportPages(new AgencyImports(directory.store, directory.audit, directory.clock));
        CalendarChanges changes = directory.changes(new OneModule());
        CalendarView view = new CalendarView(directory.store);
        calendar = new CalendarPages(view, changes);
        calendarImports = new CalendarImportPages(changes);
        api = new CalendarApi(view, changes);
    }

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    void findsAgenciesWithAndWithoutDiacriticsOnADay() {
        Rendered page = list("so tu phap", "23/11/2026");
        assertThat(page.texts("tbody th")).containsExactly("Sở Tư pháp");
        assertThat(page.texts("tbody td")).contains("STP2", "từ 01/07/2025");

        assertThat(list("SỞ TƯ PHÁP", "1/5/2022").texts("tbody td")).contains("STP", "đến 30/06/2025");
        assertThat(list("không có gì", "").has(".kt-empty")).isTrue();
        assertThat(list("", "").texts("tbody tr")).hasSize(58);
    }

    @Test
    void putsExactAccentsFirst() {
        assertThat(list("bạc", "").texts("tbody th").get(0)).isEqualTo("UBND phường Bạc Liêu");
    }

    @Test
    void saysBesideTheFieldThatADayIsNone() {
        Reply reply = agencies.list(get("/agencies").withQuery("on", "31/02/2026"));

        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        assertThat(Rendered.of(reply).keepsTheRules().text("#on-error")).contains("31/02/2026");
    }

    @Test
    void setsOfficeHoursOfOneAgencyFromADayOnAndEndsThem() {
        LocalDateTime received = LocalDateTime.of(2026, 11, 27, 16, 0);
        TimeLimit hours = new TimeLimit(2, TimeLimit.Unit.WORKING_HOUR);
        Reply past = agencies.setHours(hours("STP2", "07:30-11:30", "01/11/2026", ""));
        assertThat(((Reply.View) past).status()).isEqualTo(422);
        assertThat(Rendered.of(past).keepsTheRules().text("#from-error")).contains("01/11/2026");
        assertThat(Rendered.of(past).text("#basis-error")).isNotBlank();

        Reply set = agencies.setHours(hours("STP2", "07:30-11:30,13:00–16:30", "25/11/2026", "Quyết định 1/QĐ-UBND"));
        assertThat(((Reply.Redirect) set).flash())
                .hasValueSatisfying(said -> assertThat(said).contains("25/11/2026"));
        assertThat(due("STP2", received, hours)).isEqualTo(LocalDateTime.of(2026, 11, 30, 9, 0));
        assertThat(due("SYT2", received, hours)).as("another agency").isEqualTo(LocalDateTime.of(2026, 11, 30, 8, 0));
        assertThat(due("STP2", received.minusDays(3), hours))
                .as("before the first day")
                .isEqualTo(LocalDateTime.of(2026, 11, 25, 8, 0));
        assertThat(agency("STP2").texts(".kt-summary dd")).anyMatch(text -> text.contains("13:00–16:30"));
        assertThat(directory.audit.actions()).last().isEqualTo("directory.office-hours-set");

        agencies.endHours(get("/agencies").withPathValue("code", "STP2"));
        assertThat(due("STP2", received, hours)).as("ended").isEqualTo(LocalDateTime.of(2026, 11, 30, 8, 0));
    }

    @Test
    void letsAProgramSetAndEndOfficeHoursFromWhatItSaw() {
        HoursApi programs = new HoursApi(
                new AgencySearch(directory.store), new AgencyHoursChanges(directory.store, directory.audit));
        Reply.Json none = (Reply.Json) programs.show(program("STP2"));
        assertThat((HoursApi.Hours[]) none.value()).isEmpty();
        String seen = none.headers().get("ETag");
        LocalDate from = LocalDate.of(2026, 11, 25);
        HoursApi.Hours wanted = new HoursApi.Hours("07:30-11:30,13:00-16:30", from, null, "Quyết định 1/QĐ-UBND");

        HoursApi.Hours broken = new HoursApi.Hours("7h-11h", from, null, null);
        assertThatThrownBy(() -> programs.set(
                        program("STP2").withHeader("If-Match", seen).withJson(broken)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().fields())
                                .extracting(Problem.FieldError::field)
                                .containsExactly("spans", "basis"));
        Reply.Json set = (Reply.Json)
                programs.set(program("STP2").withHeader("If-Match", seen).withJson(wanted));
        assertThat((HoursApi.Hours[]) set.value()).containsExactly(wanted);
        assertThatThrownBy(() -> programs.set(
                        program("STP2").withHeader("If-Match", seen).withJson(wanted)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(412));

        Reply.Json ended = (Reply.Json) programs.end(
                program("STP2").withHeader("If-Match", set.headers().get("ETag")));
        assertThat((HoursApi.Hours[]) ended.value())
                .allSatisfy(hours -> assertThat(hours.to()).isNotNull());
        assertThatThrownBy(() -> programs.show(program("NONE")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    private FakeRequest program(String agency) {
        return FakeRequest.post("directory", "/agencies").at(directory.clock).withPathValue("code", agency);
    }

    private LocalDateTime due(String agency, LocalDateTime received, TimeLimit limit) {
        return directory
                .calendar
                .due(received, limit, Deadlines.Reading.CIVIL_CODE, DeadlineTerms.of(agency))
                .due();
    }

    private FakeRequest hours(String agency, String spans, String from, String basis) {
        return FakeRequest.post("directory", "/agencies")
                .at(directory.clock)
                .withPathValue("code", agency)
                .withField("spans", spans)
                .withField("from", from)
                .withField("basis", basis);
    }

    @Test
    void showsWhoSucceededWhom() {
        Rendered labour = agency("SLDTBXH");
        assertThat(labour.texts(".kt-task a")).containsExactly("Sở Nội vụ (hợp nhất với Sở LĐ-TB&XH)", "Sở Y tế");
        assertThat(labour.text(".kt-summary")).contains("28/02/2025 (chưa chắc chắn)");

        assertThat(agency("SXD1").texts(".kt-task a")).contains("Sở Giao thông vận tải", "Sở Xây dựng");
        assertThat(agency("H-TB").text("h2 + p")).contains("Giải thể");
        assertThatThrownBy(() -> agency("NOPE"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    @Test
    void triesAnUploadedFileAndImportsItAfterAYes() {
        Rendered.of(imports.form(get("/import"))).keepsTheRules();
        Rendered plan = Rendered.of(imports.tryOut(post("/import")
                        .withFile(
                                "file",
                                FakeUpload.text("moi.csv", "code,name_vi,parent\nX-MOI,UBND xã Mới,UBND-CM2\n"))))
                .keepsTheRules();
        assertThat(plan.texts(".kt-panel li")).containsExactly("Thêm X-MOI: UBND xã Mới");
        String id =
                plan.one("form[action^=/admin/agencies/import/]").attr("action").replaceAll(".*/", "");

        Reply.Redirect done =
                (Reply.Redirect) imports.commit(post("/import/" + id).withPathValue("id", id));

        assertThat(done.location()).isEqualTo("/admin/agencies");
        assertThat(directory.agencies.find("X-MOI")).isPresent();
        assertThatThrownBy(() -> imports.commit(post("/import/" + id).withPathValue("id", id)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void showsMistakesByLineAndColumnInBothLanguages() {
        FakeUpload file = FakeUpload.text("sai.csv", "code,name_vi\nđ,Đ\n");

        Reply reply = imports.tryOut(post("/import").withFile("file", file));

        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        assertThat(Rendered.of(reply).keepsTheRules().texts("tbody td").get(0)).isEqualTo("code");
        assertThat(Rendered.of(imports.tryOut(post("/import").inEnglish().withFile("file", file)))
                        .text("tbody td:last-child"))
                .startsWith("Code “đ” does not fit");
    }

    @Test
    void importsAgenciesForPrograms() {
        Reply.Json tried = (Reply.Json) imports.importJson(
                post("/import").withJson(new AgencyImportPages.ImportRequest("code,name_vi\nX9,Mới\n", false)));
        assertThat(tried.value()).isEqualTo(new ImportAnswer(false, 1, 0, 0, List.of()));

        Reply.Json done = (Reply.Json) imports.importJson(
                post("/import").withJson(new AgencyImportPages.ImportRequest("code,name_vi\nX9,Mới\n", true)));
        assertThat(done.value()).isEqualTo(new ImportAnswer(true, 1, 0, 0, List.of()));
        assertThat(directory.agencies.find("X9")).isPresent();
    }

    @Test
    void showsAYearAndWarnsOfMissingHolidays() {
        Rendered thisYear = Rendered.of(calendar.year(get("/calendar"))).keepsTheRules();
        assertThat(thisYear.text("h1")).contains("2026");
        assertThat(thisYear.texts("table").get(0)).contains("Làm bù (thứ Bảy) cho ngày 31/8", "22/08/2026");
        assertThat(thisYear.has(".kt-flash")).isFalse();

        assertThat(Rendered.of(calendar.year(get("/calendar").withQuery("year", "2027")))
                        .text(".kt-flash"))
                .contains("2027");
    }

    @Test
    void previewsAChangeThenMakesIt() {
        Rendered.of(calendar.day(get("/day").withQuery("date", "2026-09-02"))).keepsTheRules();
        Rendered preview =
                Rendered.of(calendar.preview(cultureDay(post("/preview")))).keepsTheRules();
        assertThat(preview.texts("tbody tr"))
                .containsExactly("P-AX-261123-0001 P-AX 09:00 25/11/2026 09:00 26/11/2026");
        assertThat(preview.one("input[name=date]").attr("value")).isEqualTo("24/11/2026");

        Reply.Redirect done = (Reply.Redirect) calendar.confirm(cultureDay(post("/confirm")));

        assertThat(done.location()).isEqualTo("/admin/calendar?year=2026");
        assertThat(done.flash().orElseThrow()).contains("24/11/2026").contains("1");
        assertThat(Rendered.of(calendar.preview(cultureDay(post("/preview")))).text("main, body"))
                .contains("đã như vậy");
    }

    @Test
    void showsTheFormAgainWithWhatWasTyped() {
        Reply reply = calendar.preview(post("/preview")
                .withField("date", "32/11/2026")
                .withField("kind", "swap_working")
                .withField("nameEn", "Something"));

        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        Rendered page = Rendered.of(reply).keepsTheRules();
        assertThat(page.texts(".kt-error")).hasSize(3);
        assertThat(page.one("#date").attr("value")).isEqualTo("32/11/2026");
        assertThat(page.one("#nameEn").attr("value")).isEqualTo("Something");
        assertThat(page.one("option[selected]").attr("value")).isEqualTo("swap_working");
    }

    @Test
    void previewsAFileOfDays() {
        Rendered.of(calendarImports.form(get("/import"))).keepsTheRules();
        Rendered page = Rendered.of(calendarImports.tryOut(post("/import")
                        .withFile(
                                "file",
                                FakeUpload.text("lich.csv", "date,kind,name_vi\n24/11/2026,holiday,Ngày Văn hóa\n"))))
                .keepsTheRules();

        assertThat(page.texts(".kt-panel li")).containsExactly("24/11/2026: Ngày lễ, tết, Ngày Văn hóa");
        assertThat(page.texts("tbody tr")).hasSize(1);
    }

    @Test
    void changesDaysForPrograms() {
        CalendarApi.DayChange body = new CalendarApi.DayChange("holiday", "Ngày Văn hóa", null, "Thông báo");
        FakeRequest asked = post("/day").withPathValue("day", "2026-11-24").withJson(body);

        assertThat(((List<?>) ((Reply.Json) api.preview(asked)).value())).hasSize(1);
        assertThat(((Reply.Json) api.put(asked)).value()).isEqualTo(new CalendarApi.Changed(true, 1));
        assertThat(((CalendarApi.Day) ((Reply.Json) api.day(asked)).value()).working())
                .isFalse();
        assertThat(((Reply.Json) api.remove(asked)).value()).isEqualTo(new CalendarApi.Changed(true, 1));
        assertThat(((CalendarApi.Day) ((Reply.Json) api.day(asked)).value()).kind())
                .isEqualTo("ordinary");
        assertThatThrownBy(() -> api.put(post("/day")
                        .withPathValue("day", "2026-11-24")
                        .withJson(new CalendarApi.DayChange(null, null, null, null))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().fields()).hasSize(3));
    }

    private Rendered list(String words, String on) {
        return Rendered.of(agencies.list(get("/agencies").withQuery("q", words).withQuery("on", on)))
                .keepsTheRules();
    }

    private Rendered agency(String code) {
        return Rendered.of(agencies.show(get("/agency").withPathValue("code", code)))
                .keepsTheRules();
    }

    private static FakeRequest cultureDay(FakeRequest request) {
        return request.withField("date", "24/11/2026")
                .withField("kind", "holiday")
                .withField("nameVi", "Ngày Văn hóa Việt Nam")
                .withField("legalBasis", "Thông báo");
    }

    private FakeRequest get(String path) {
        return FakeRequest.get("directory", path).at(directory.clock).by(Actor.system("test"));
    }

    private FakeRequest post(String path) {
        return FakeRequest.post("directory", path).at(directory.clock).by(Actor.system("test"));
    }
}
