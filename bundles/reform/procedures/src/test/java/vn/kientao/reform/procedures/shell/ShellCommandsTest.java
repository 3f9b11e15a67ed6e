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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.shell.ModuleCommand;
import vn.kientao.platform.testing.TestDatabase;
import vn.kientao.reform.procedures.app.importing.ImportFixture;

class ShellCommandsTest {
    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("procedures");

    @TempDir
    Path folder;

    private ImportFixture fixture;
    private ImportCommand imports;

    @BeforeEach
    void open() {
        fixture = new ImportFixture(store.database());
        imports = new ImportCommand(fixture.importer);
    }

    @Test
    void triesByDefaultAndCommitsOnlyWhenTold() throws IOException {
        String file = file(ImportFixture.record("1.000001"));

        assertThat(run(imports, file)).contains("Mới: 1", "chưa thay đổi");
        assertThat(fixture.catalogue.size()).isZero();

        assertThat(run(imports, file, "--commit")).contains("Mới: 1", "Đã ghi đợt nhập");
        assertThat(fixture.catalogue.size()).isEqualTo(1);
        assertThat(fixture.auditTrail.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.account()).isEqualTo("system:shell"));
    }

    @Test
    void namesTheRowsThatAreRefused() throws IOException {
        String file = file(ImportFixture.record("1.000001"), "kein JSON");

        assertThat(run(imports, file)).contains("Bị từ chối: 1", "Dòng 2", "không phải JSON");
        assertThatThrownBy(() -> run(imports, file, "--commit"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 dòng bị từ chối");
        assertThat(run(imports, file, "--commit", "--accepted-only")).contains("Đã ghi");
    }

    @Test
    void saysWhatItExpects() {
        assertThatThrownBy(() -> run(imports)).hasMessageContaining("expected: FILE");
        assertThatThrownBy(() -> run(imports, "/no/such/file")).hasMessageContaining("cannot read /no/such/file");
        assertThatThrownBy(() -> run(imports, "x", "--force")).hasMessageContaining("--force");
    }

    @Test
    void listsWhatMatches() {
        fixture.given(ImportFixture.record("1.000001", "ten_thu_tuc", "Đăng ký khai sinh"));

        assertThat(run(new ListCommand(fixture.catalogue), "khai", "sinh"))
                .contains("1.000001", "Đăng ký khai sinh", "1 trong 1");
    }

    private String file(String... lines) throws IOException {
        return Files.write(folder.resolve("records.jsonl"), List.of(lines)).toString();
    }

    private static String run(ModuleCommand command, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        command.run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8), Actor.system("shell"));
        return out.toString(StandardCharsets.UTF_8);
    }
}
