package vn.kientao.platform.directory.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.directory.app.AgencyImports.Plan;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("directory")
class AgencyImportsTest {
    private static final String CSV = """
            code,name_vi,name_en,type,parent,valid_from,valid_to,successor,note
            UBND,UBND tỉnh,Province,province,,,,,
            SA,Sở A,Department A,department,UBND,,2025-02-28?,"SB; SC",
            SB,Sở B,Department B,department,UBND,2025-03-01,,,
            SC,Sở C,Department C,department,UBND,2025-03-01,,,
            """;

    private final TestDirectory directory;
    private final AgencyImports imports;

    AgencyImportsTest(Database database, Migrations migrations) {
        directory = new TestDirectory(database, migrations, false);
        imports = new AgencyImports(directory.store, directory.audit, directory.clock);
    }

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    void changesNothingBeforeSomebodySaysYes() {
        Plan plan = tried(CSV);

        assertThat(plan.problems()).isEmpty();
        assertThat(plan.added()).hasSize(4);
        assertThat(directory.agencies.all()).isEmpty();
    }

    @Test
    void importsAllOfItAndAuditsEachAgency() {
        committed(tried(CSV));

        assertThat(directory.agencies.all()).hasSize(4);
        assertThat(directory.agencies.find("SA").orElseThrow().successors()).containsExactly("SB", "SC");
        assertThat(directory.store.picture().predecessors("SC")).containsExactly("SA");
        assertThat(directory.store.picture().agency("SA").orElseThrow().toCertain())
                .isFalse();
        assertThat(directory.audit.actions())
                .filteredOn("directory.agency-add"::equals)
                .hasSize(4);
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() {
        committed(tried(CSV));

        Plan again = tried(CSV);

        assertThat(again.changesNothing()).isTrue();
        assertThat(again.unchanged()).isEqualTo(4);
        assertThat(again.id()).isEmpty();
    }

    @Test
    void importsNothingWhenOneLineIsWrong() {
        Plan plan = tried(CSV + "sd,Sở D,,,UBND,,,,\n");

        assertThat(plan.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(6);
            assertThat(problem.column()).isEqualTo("code");
        });
        assertThat(plan.id()).isEmpty();
        assertThat(directory.agencies.all()).isEmpty();
    }

    @Test
    void replacesWhatChangedAndLeavesTheRest() {
        committed(tried(CSV));
        Plan plan = tried(
                "code,name_vi,name_en,type,parent,valid_from\nSB,Sở B mới,Department B,department,UBND,2025-03-01\n");

        assertThat(plan.changed()).hasSize(1);
        committed(plan);

        assertThat(directory.agencies.find("SB").orElseThrow().name().vi()).isEqualTo("Sở B mới");
        assertThat(directory.agencies.all()).hasSize(4);
    }

    @Test
    void takesAYesOnceAndFromTheSamePersonOnly() {
        Plan plan = tried(CSV);

        assertThat(imports.commit(plan.id().getAsLong(), "somebody-else", directory.trace))
                .isEmpty();
        committed(plan);
        assertThat(imports.commit(plan.id().getAsLong(), "1", directory.trace)).isEmpty();
    }

    @Test
    void refusesAFileThatIsNotUtf8() {
        byte[] latin = "code,name_vi\nA,S\u00e9".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(imports.tryOut(latin, "latin.csv", "1").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message().vi()).contains("UTF-8"));
    }

    private Plan tried(String csv) {
        return imports.tryOut(csv.getBytes(StandardCharsets.UTF_8), "agencies.csv", "1");
    }

    private void committed(Plan plan) {
        assertThat(imports.commit(plan.id().getAsLong(), "1", directory.trace)).isPresent();
    }
}
