package vn.kientao.reform.procedures.app.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.platform.api.time.TimeLimit.Unit;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.DeskVariant;
import vn.kientao.reform.procedures.app.dossier.HandlerSteps;
import vn.kientao.reform.procedures.app.dossier.SomeProcedures;
import vn.kientao.reform.procedures.app.variant.Changing;
import vn.kientao.reform.procedures.app.variant.Variants;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.Fee;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.Standing;
import vn.kientao.reform.procedures.domain.variant.Variant;
import vn.kientao.reform.procedures.domain.workflow.WorkflowStep;
import vn.kientao.reform.procedures.store.ProcedureTables;

@OnEachDatabase("procedures")
class WorkflowCourseTest {
    private final Database database;
    private final DeskFixture fixture;
    private final WorkflowDesk workflows;

    WorkflowCourseTest(Database database, Migrations migrations) {
        this.database = database;
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

    @Test
    void beginsTheProcedureThatTheCaseOfTheDossierNames() {
        var doer = DeskFixture.doer(RECEIVED, "");
        for (String code : List.of(SomeProcedures.EXTRACT.code(), "quick")) {
            long id = workflows.draft(code, code, List.of(step(code.replace(".", "-"), 3)), doer);
            workflows.publish(workflows.find(DeskFixture.AGENCY, id).orElseThrow(), doer);
        }
        long variant = new Variants(database, fixture.audit)
                .define(
                        new Variant(
                                0,
                                SomeProcedures.EXTRACT.code(),
                                "nhanh",
                                LocalText.same("Nhanh"),
                                Deadline.unread(""),
                                Deadline.unread(""),
                                Fee.unstated("", ""),
                                "",
                                "quick",
                                Set.of(),
                                RECEIVED.toLocalDate(),
                                Optional.empty(),
                                "Quyết định 1"),
                        0,
                        new Changing("VPUB", "1", "An", Instant.EPOCH, doer.audit()::entry));
        DeskVariant quick =
                new DeskVariant(variant, "nhanh", LocalText.same("Nhanh"), SomeProcedures.EXTRACT.limits(), "", "");
        Dossier dossier = fixture.desk.receive(
                SomeProcedures.EXTRACT.in(quick), DeskFixture.submission(), fixture.appointment(RECEIVED), doer);
        Dossier plain = fixture.receive(RECEIVED);

        assertThat(begun(dossier)).isEqualTo("quick");
        assertThat(begun(plain)).isEqualTo("2-000635");
    }

    private String begun(Dossier dossier) {
        fixture.progress.forward(dossier, "Phòng", "", DeskFixture.doer(RECEIVED, ""));
        return fixture.again(dossier).standing().position().orElseThrow().step();
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
