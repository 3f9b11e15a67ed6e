package vn.kientao.reform.steering.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.documents.PaperService;
import vn.kientao.platform.documents.letters.LetterService;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.documents.tables.TableFileService;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.TaskFixture;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.app.task.Extensions;
import vn.kientao.reform.steering.web.task.TaskDoor;

/** Pages of tasks under test, with everything that they stand on. */
public final class TaskWeb {
    public final Database database;
    public final TaskFixture fixture;
    public final RecordedRoutes routes = new RecordedRoutes();
    public final Programmes programmes;
    public final TaskDoor door;
    public final TableFileService files;

    private FixedClock clock = FixedClock.at("2026-11-24T09:00");

    public TaskWeb(Database database, Migrations migrations) {
        this.database = database;
        fixture = new TaskFixture(database, migrations);
        programmes = new Programmes(database, fixture.province, fixture.tables);
        door = new TaskDoor(
                fixture.tasks,
                new Extensions(database, fixture.tasks),
                programmes,
                fixture.province,
                fixture.province,
                fixture.province);
        files = new TableFileService(
                new SheetService(), new LetterService(new PaperService()), fixture.province, database, fixture.audit);
    }

    /** Lets it be another moment. */
    public void at(String localTime) {
        clock = FixedClock.at(localTime);
    }

    /** A request of somebody at an agency who may do everything that has to do with tasks there. */
    public FakeRequest get(String agency, String path) {
        return may(FakeRequest.get("steering", path), agency);
    }

    public FakeRequest post(String agency, String path) {
        return may(FakeRequest.post("steering", path), agency);
    }

    private FakeRequest may(FakeRequest request, String agency) {
        return request.in(agency)
                .may(
                        SteeringPermissions.READ,
                        SteeringPermissions.GIVE,
                        SteeringPermissions.WORK,
                        SteeringPermissions.PROGRAMME)
                .at(clock);
    }

    public Rendered page(String route, FakeRequest request) {
        return Rendered.of(routes.call(route, request)).keepsTheRules();
    }

    /** What is wrong with a form. */
    public List<String> mistakes(String route, FakeRequest request) {
        return page(route, request).texts(".kt-errors li");
    }

    /** Where a form that was accepted leads. */
    public String done(String route, FakeRequest request) {
        Reply reply = routes.call(route, request);
        assertThat(reply)
                .as(() -> Rendered.of(reply).texts(".kt-errors li").toString())
                .isInstanceOf(Reply.Redirect.class);
        return ((Reply.Redirect) reply).location();
    }

    public byte[] file(String route, FakeRequest request) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((Reply.Download) routes.call(route, request)).content().writeTo(out);
        return out.toByteArray();
    }
}
