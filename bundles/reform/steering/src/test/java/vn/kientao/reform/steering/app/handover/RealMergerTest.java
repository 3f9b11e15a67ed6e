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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.directory.domain.AgencyTable;
import vn.kientao.platform.directory.domain.CsvTable;
import vn.kientao.platform.directory.domain.RegisteredAgency;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.steering.TaskFixture;
import vn.kientao.reform.steering.domain.handover.Holding;
import vn.kientao.reform.steering.domain.handover.Run;
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

    RealMergerTest(Database database, Migrations migrations) {
        fixture = new TaskFixture(database, migrations);
        handOvers = new HandOvers(database, fixture.tasks, fixture.province);
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
