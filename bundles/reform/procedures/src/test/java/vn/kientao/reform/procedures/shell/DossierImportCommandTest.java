package vn.kientao.reform.procedures.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.dossierimport.DossierImportFixture;
import vn.kientao.reform.procedures.app.dossierimport.OldFile;
import vn.kientao.reform.procedures.domain.dossierimport.ImportColumn;

class DossierImportCommandTest {
    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    @TempDir
    Path folder;

    @Test
    void triesByDefaultAndTakesOverOnlyWhenTold() throws IOException {
        DossierImportFixture fixture = new DossierImportFixture(store.database(), store.migrations());
        String file = file(OldFile.of(3).but(4, ImportColumn.PHONE, "12"));

        assertThat(run(fixture, file, "--agency", "STP2"))
                .contains("Mới: 3 · Đã có: 0 · Bị từ chối: 1", "“12”", "chưa nhập hồ sơ nào");
        assertThatThrownBy(() -> run(fixture, file, "--agency", "STP2", "--commit"))
                .hasMessageContaining("1 dòng bị từ chối");
        assertThat(fixture.desk.audit.actions()).isEmpty();
        assertThat(run(fixture, "--agency", "STP2", file, "--commit", "--accepted-only"))
                .contains("Đã nhập 3 hồ sơ");
        assertThat(fixture.desk.audit.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.account()).isEqualTo("system:shell"));
    }

    @Test
    void saysWhatItExpects() throws IOException {
        DossierImportFixture fixture = new DossierImportFixture(store.database(), store.migrations());
        String file = file(OldFile.of(1));

        assertThatThrownBy(() -> run(fixture, file)).hasMessageContaining("expected: FILE --agency CODE");
        assertThatThrownBy(() -> run(fixture, file, "--agency", "XX")).hasMessageContaining("agency XX");
        assertThatThrownBy(() -> run(fixture, "/no/such", "--agency", "STP2"))
                .hasMessageContaining("cannot read /no/such");
    }

    private String file(OldFile rows) throws IOException {
        return Files.write(folder.resolve("so-cu.csv"), rows.bytes(SheetFormat.CSV))
                .toString();
    }

    private static String run(DossierImportFixture fixture, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DossierImportCommand(fixture.imports, fixture.importer, DossierImportFixture.AGENCIES)
                .run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8), Actor.system("shell"));
        return out.toString(StandardCharsets.UTF_8);
    }
}
