package vn.kientao.reform.steering.app.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.directory.domain.AgencyTable;
import vn.kientao.platform.directory.domain.CsvTable;
import vn.kientao.platform.directory.domain.RegisteredAgency;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.steering.TaskFixture;
import vn.kientao.reform.steering.app.Successors;
import vn.kientao.reform.steering.app.obstacle.ObstacleBench;
import vn.kientao.reform.steering.app.plan.PlanDoer;
import vn.kientao.reform.steering.app.plan.PlanRefusedException;
import vn.kientao.reform.steering.app.plan.Plans;
import vn.kientao.reform.steering.domain.handover.Holding;
import vn.kientao.reform.steering.domain.handover.Run;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction;
import vn.kientao.reform.steering.domain.obstacle.ObstacleCause;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFilter;
import vn.kientao.reform.steering.domain.plan.ItemWords;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanAction;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Task;

/**
 * The merger of 1 July 2025 with the agencies of the province as they were and are: {@code shared/data/agencies.csv} beside
 * the checkout; skipped where that is not there.
 */
@OnEachDatabase("steering")
class RealMergerTest {
    private static final LocalDate BEFORE = LocalDate.of(2025, 1, 15);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

    private final TaskFixture fixture;
    private final HandOvers handOvers;
    private final ObstacleBench bench;
    private final Plans plans;

    RealMergerTest(Database database, Migrations migrations) {
        fixture = new TaskFixture(database, migrations);
        handOvers = new HandOvers(database, fixture.tasks, fixture.province);
        bench = new ObstacleBench(database, migrations);
        plans = new Plans(
                database,
                fixture.audit,
                fixture.province,
                fixture.province,
                fixture.province,
                fixture.tasks,
                fixture.tables);
    }

    @Test
    void everyOpenTaskFollowsOrIsListedAndNothingIsLost() throws IOException {
        Path file = data();
        assumeTrue(Files.exists(file), "no shared/data/agencies.csv beside the checkout");
        fixture.province.become(read(file));
        List<Agency> old = fixture.province.on(BEFORE);
        TreeMap<String, String> leads = new TreeMap<>();
        for (Agency agency : old) {
            Task task = fixture.give("VPUB", agency.code(), BEFORE.toString(), "2025-12-31");
            leads.put(task.code(), agency.code());
        }
        assertThat(old).hasSize(29);

        List<Holding> dry = handOvers.ended(AFTER);
        Set<String> byHand =
                dry.stream().filter(one -> !one.clear()).map(Holding::task).collect(Collectors.toSet());
        assertThat(dry.stream().filter(one -> one.part() == Part.LEAD)).hasSize(29);
        assertThat(dry.stream().filter(one -> one.part() == Part.GIVE)).hasSize(29);
        Run run = handOvers
                .find(
                        "VPUB2",
                        handOvers
                                .merge("Sáp nhập", TaskFixture.act("VPUB2", "2025-07-01"))
                                .orElseThrow())
                .orElseThrow();

        leads.forEach((code, lead) -> {
            Task task = fixture.tasks.find(code).orElseThrow().task();
            boolean exists = fixture.province.find(task.lead()).orElseThrow().existsOn(AFTER);
            assertThat(exists).as(lead + " → " + task.lead()).isNotEqualTo(byHand.contains(code));
            assertThat(task.giver()).isEqualTo("VPUB2");
        });
        assertThat(fixture.tasks.find(code(leads, "STTTT")).orElseThrow().task().lead())
                .as("through two mergers")
                .isEqualTo("SKHCN2");
        assertThat(byHand.stream().map(leads::get))
                .as("abolished or split")
                .containsExactlyInAnyOrder(
                        "H-TPCM", "H-TVT", "H-DD", "H-UM", "H-TB", "H-PT", "H-CN", "H-NC", "H-NH", "SLDTBXH");
        assertThat(handOvers.ended(AFTER)).extracting(Holding::task).containsExactlyInAnyOrderElementsOf(byHand);

        assertThat(handOvers.undo(run, TaskFixture.act("VPUB2", "2025-07-02"))).isEqualTo(run.moved());
        leads.forEach((code, lead) -> {
            Task task = fixture.tasks.find(code).orElseThrow().task();
            assertThat(task.lead()).isEqualTo(lead);
            assertThat(task.giver()).isEqualTo("VPUB");
        });
    }

    @Test
    void everyPlanAndObstacleIsFoundByWhoeverDoesTheWorkAndWhatIsLeftGoesOn() throws IOException {
        Path file = data();
        assumeTrue(Files.exists(file), "no shared/data/agencies.csv beside the checkout");
        fixture.province.become(read(file));
        bench.province.become(read(file));
        Map<String, Plan> planned = new TreeMap<>();
        Map<String, Obstacle> raised = new TreeMap<>();
        for (Agency agency : fixture.province.on(BEFORE)) {
            planned.put(agency.code(), planned(agency.code()));
            raised.put(
                    agency.code(),
                    bench.raise(agency.code(), "Nghị định 61/2018/NĐ-CP", "", ObstacleCause.LAW, BEFORE.atTime(9, 0)));
        }
        assertThat(handOvers.merge("Sáp nhập", TaskFixture.act("VPUB2", AFTER.toString())))
                .isPresent();

        Successors successors = new Successors(fixture.province);
        Set<String> heirs = new TreeSet<>();
        List<String> everywhere = bench
                .obstacles
                .page(
                        ObstacleFilter.of(
                                Set.of(), ObstacleAction.Side.BOTH, ObstacleFilter.Span.OPEN, AFTER.atTime(9, 0)),
                        Optional.empty(),
                        100)
                .stream()
                .map(Obstacle::code)
                .toList();
        planned.forEach((code, plan) -> {
            assertThat(plans.newest(2025)).as("the province sees " + code).contains(plan);
            assertThat(everywhere)
                    .as("the province sees " + code)
                    .contains(raised.get(code).code());
            for (String heir : successors.codes(code, AFTER)) {
                assertThat(plans.ofAgency(heir)).as(code + " → " + heir).contains(plan);
                assertThat(bench.obstacles
                                .find(raised.get(code).code(), heir)
                                .orElseThrow()
                                .raiser())
                        .as(code + " → " + heir)
                        .isTrue();
                heirs.add(heir);
            }
            assertThat(successors.codes(raised.get(code).handling().holder(), AFTER))
                    .as("who answers " + code)
                    .isNotEmpty();
        });
        for (Holding holding : handOvers.ended(AFTER)) {
            String to = holding.successors().stream().sorted().findFirst().orElse("VPUB2");
            handOvers.decide(
                    holding.task(),
                    holding.part(),
                    holding.agency(),
                    to,
                    "Theo chức năng",
                    TaskFixture.act("VPUB2", AFTER.toString()));
        }
        long left = heirs.stream().mapToLong(this::left).sum();
        long inherited = planned.keySet().stream()
                .filter(code -> !successors.codes(code, AFTER).isEmpty())
                .count();
        assertThat(left).as("lines that go on, each once").isEqualTo(inherited).isEqualTo(20);
        planned.values()
                .forEach(plan ->
                        assertThat(plans.find(plan.id()).orElseThrow().plan()).isEqualTo(plan));
    }

    private Plan planned(String agency) {
        Plan plan = plans.begin(2025, false, doer(agency, BEFORE));
        ItemWords words = new ItemWords(
                "institutions",
                "Việc của " + agency,
                "Báo cáo",
                "Thủ trưởng",
                "",
                agency,
                List.of(),
                Optional.of(LocalDate.of(2025, 11, 30)),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty());
        plans.add(plan, List.of(words), doer(agency, BEFORE));
        for (PlanAction action : List.of(PlanAction.SUBMIT, PlanAction.APPRAISE, PlanAction.APPROVE)) {
            plans.act(
                    plans.find(plan.id()).orElseThrow().plan(),
                    new Plans.Step(action, "", "1/QĐ-UBND", Map.of()),
                    doer(agency, BEFORE));
        }
        return plans.find(plan.id()).orElseThrow().plan();
    }

    /** How many lines an agency takes over; none when all that was left of its predecessors' plans went elsewhere. */
    private long left(String heir) {
        try {
            Plan begun = plans.takeOver(2025, doer(heir, AFTER));
            return plans.find(begun.id()).orElseThrow().items().size();
        } catch (PlanRefusedException e) {
            return 0;
        }
    }

    private static PlanDoer doer(String agency, LocalDate day) {
        return new PlanDoer(
                agency,
                "officer." + agency,
                day.atTime(9, 0),
                (action, type, id, detail) ->
                        new AuditEntry("officer", Optional.of(agency), "steering", action, type, id, detail, ""));
    }

    private static String code(Map<String, String> leads, String lead) {
        return leads.entrySet().stream()
                .filter(entry -> entry.getValue().equals(lead))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static List<Agency> read(Path file) throws IOException {
        CsvTable table = CsvTable.parse(Files.readString(file, StandardCharsets.UTF_8));
        return new AgencyTable(Set.of(), TextBundle.of(AgencyTable.class))
                .read(table).agencies().stream().map(RegisteredAgency::agency).toList();
    }

    private static Path data() {
        String root = System.getProperty("kientao.root", "../../..");
        for (Path at = Path.of(root).toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared/data/agencies.csv");
            if (Files.exists(file)) {
                return file;
            }
        }
        return Path.of("shared/data/agencies.csv");
    }
}
