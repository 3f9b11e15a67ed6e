package vn.kientao.reform.procedures.app.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.notice.Mail;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.notice.Notices;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.dossier.ClockSteps;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.HandlerSteps;
import vn.kientao.reform.procedures.app.dossier.SomeProcedures;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.Standing.Assignee;
import vn.kientao.reform.procedures.domain.workflow.WorkflowStep;
import vn.kientao.reform.procedures.store.ProcedureTables;

/** Steps give a dossier to whom the internal procedure names, and tell when they take too long. */
@OnEachDatabase("procedures")
class EscalationsTest {
    private final Database database;
    private final DeskFixture fixture;
    private final Told told = new Told();
    private final Dossier dossier;

    EscalationsTest(Database database, Migrations migrations) {
        this.database = database;
        fixture = new DeskFixture(database, migrations);
        WorkflowDesk workflows =
                new WorkflowDesk(database, fixture.audit, ProcedureTables.of(migrations, FolderScripts.ofModule()));
        var doer = DeskFixture.doer(RECEIVED, "");
        long id = workflows.draft(
                SomeProcedures.EXTRACT.code(),
                "Cấp bản sao",
                List.of(step("tham-dinh", "12", "13", "ky"), step("ky", "14", "")),
                doer);
        workflows.publish(workflows.find(DeskFixture.AGENCY, id).orElseThrow(), doer);
        dossier = fixture.receive(RECEIVED);
        fixture.progress.forward(dossier, "Phòng Hộ tịch", "", doer);
    }

    @Test
    void givesTheDossierToWhoTakesTheStepUnlessSomebodyElseIsNamed() {
        assertThat(fixture.again(dossier).standing().assignee()).contains(new Assignee("12", "Người 12"));

        pass(Optional.empty());
        assertThat(fixture.again(dossier).standing().assignee()).contains(new Assignee("14", "Người 14"));

        Dossier other = fixture.receive(RECEIVED);
        fixture.progress.forward(other, "Phòng Hộ tịch", "", DeskFixture.doer(RECEIVED, ""));
        fixture.progress.take(
                fixture.again(other),
                new HandlerSteps.PassOn("Lãnh đạo", Optional.of(new Assignee("99", "Hoa")), ""),
                DeskFixture.doer(RECEIVED, ""));
        assertThat(fixture.again(other).standing().assignee()).contains(new Assignee("99", "Hoa"));
    }

    @Test
    void tellsTheHeadTheHandlerAndWhomTheProcedureNamesOnceForEachLateStep() {
        assertThat(tell(RECEIVED.plusHours(1))).as("in time").isZero();

        assertThat(tell(RECEIVED.plusDays(5))).isEqualTo(1);
        assertThat(told.notices).extracting(Notice::account).containsExactlyInAnyOrder("1", "12", "13");
        assertThat(told.notices.get(0).text().vi())
                .contains(dossier.code().toString())
                .contains("Bước tham-dinh")
                .doesNotContain("Nguyễn Thị An");
        assertThat(told.notices.get(0).link()).isEqualTo("/STP2/procedures/dossiers/" + dossier.code());
        assertThat(fixture.audit.actions()).last().isEqualTo("procedures.step-late");

        assertThat(tell(RECEIVED.plusDays(6))).as("told already").isZero();
        pass(Optional.empty());
        assertThat(tell(RECEIVED.plusDays(10))).as("the next step is late too").isEqualTo(1);
    }

    @Test
    void tellsNothingWhileTheClockStandsStill() {
        fixture.progress.take(
                fixture.again(dossier),
                new ClockSteps.Stop("Chờ giám định", "Điều 19"),
                DeskFixture.doer(RECEIVED.plusMinutes(1), ""));

        assertThat(tell(RECEIVED.plusDays(5))).isZero();
    }

    private int tell(LocalDateTime at) {
        Clock clock = Clock.fixed(at.atZone(Formats.ZONE).toInstant(), Formats.ZONE);
        Escalations escalations =
                new Escalations(database, told, (agency, roles) -> Map.of("1", "Thủ trưởng"), fixture.audit, clock);
        int count = escalations.tell();
        escalations.close();
        return count;
    }

    private void pass(Optional<Assignee> person) {
        fixture.progress.take(
                fixture.again(dossier),
                new HandlerSteps.PassOn("Lãnh đạo", person, ""),
                DeskFixture.doer(RECEIVED.plusDays(6), ""));
    }

    private static WorkflowStep step(String key, String person, String told, String... next) {
        return new WorkflowStep(
                key,
                "Bước " + key,
                WorkflowStep.Role.HANDLER,
                "",
                Optional.of(new TimeLimit(1, TimeLimit.Unit.WORKING_DAY)),
                List.of(next),
                told,
                Optional.of(new WorkflowStep.Person(person, "Người " + person)));
    }

    /** Keeps what people were told. */
    private static final class Told implements Notices {
        private final List<Notice> notices = new ArrayList<>();

        @Override
        public void tell(Handle transaction, Notice notice) {
            notices.add(notice);
        }

        @Override
        public boolean mail(Handle transaction, Mail mail) {
            return false;
        }

        @Override
        public boolean mails() {
            return false;
        }

        @Override
        public int unread(String account) {
            return notices.size();
        }
    }
}
