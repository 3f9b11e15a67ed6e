package vn.kientao.reform.procedures.app.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.platform.api.time.TimeLimit.Unit;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.HandlerSteps;
import vn.kientao.reform.procedures.app.dossier.SomeProcedures;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.Standing;
import vn.kientao.reform.procedures.domain.workflow.WorkflowStep;
import vn.kientao.reform.procedures.store.ProcedureTables;

@OnEachDatabase("procedures")
class WorkflowCourseTest {
    private final DeskFixture fixture;
    private final WorkflowDesk workflows;

    WorkflowCourseTest(Database database, Migrations migrations) {
        fixture = new DeskFixture(database, migrations);
        ProcedureTables tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        workflows = new WorkflowDesk(database, fixture.audit, tables);
    }

    @Test
    void leadsADossierFromStepToStepAndNeverMovesTheLegalDate() {
        var doer = DeskFixture.doer(RECEIVED, "");
        long id = workflows.draft(
                SomeProcedures.EXTRACT.code(),
                "Cấp bản sao",
                List.of(step("tham-dinh", 10, "ky"), step("ky", 20)),
                doer);
        workflows.publish(workflows.find(DeskFixture.AGENCY, id).orElseThrow(), doer);
        Dossier dossier = fixture.receive(RECEIVED);
        LocalDateTime legal = dossier.appointment().due();

        fixture.progress.forward(dossier, "Phòng Hộ tịch", "", doer);
        Dossier first = fixture.again(dossier);
        assertThat(first.standing().position())
                .contains(new Standing.Position(id, "tham-dinh", Optional.of(LocalDateTime.of(2026, 12, 7, 17, 0))));
        fixture.progress.take(first, new HandlerSteps.PassOn("Lãnh đạo", Optional.empty(), ""), doer);
        Dossier second = fixture.again(dossier);
        assertThat(second.standing().position())
                .hasValueSatisfying(at -> assertThat(at.step()).isEqualTo("ky"));
        assertThat(second.appointment().due())
                .isEqualTo(legal)
                .isBefore(second.standing().position().orElseThrow().due().orElseThrow());
    }

    private static WorkflowStep step(String key, int days, String... next) {
        return new WorkflowStep(
                key,
                key,
                WorkflowStep.Role.HANDLER,
                "",
                Optional.of(new TimeLimit(days, Unit.WORKING_DAY)),
                List.of(next),
                "");
    }
}
