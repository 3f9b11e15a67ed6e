package vn.kientao.platform.shell.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorKeyTest {

    @TempDir
    Path data;

    @TempDir
    Path etc;

    @BeforeEach
    void product() throws IOException {
        Files.writeString(
                etc.resolve("keys.properties"), "_g_\\:admingroup = group,admin\ncolleague=AAAA,_g_:admingroup\n");
    }

    @Test
    void makesAKeyThatOnlyTheOwnerOfTheDataCanRead() throws IOException {
        new OperatorKey(data, etc);

        Path file = data.resolve("operator.key");
        assertThat(file).content().startsWith("-----BEGIN PRIVATE KEY-----\n").endsWith("-----END PRIVATE KEY-----\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void admitsItsPublicHalfBesideTheKeysOfOthers() throws IOException {
        new OperatorKey(data, etc);

        assertThat(Files.readAllLines(etc.resolve("keys.properties")))
                .hasSize(3)
                .contains("colleague=AAAA,_g_:admingroup")
                .last()
                .satisfies(line -> {
                    assertThat(line).startsWith("operator=").endsWith(",_g_:admingroup");
                    byte[] wire = Base64.getDecoder().decode(line.substring("operator=".length(), line.indexOf(',')));
                    assertThat(wire).startsWith(0, 0, 0, 7, 's', 's', 'h', '-', 'r', 's', 'a');
                });
    }

    @Test
    void keepsTheKeyOfTheDataWhenTheProductIsUnpackedAnew() throws IOException {
        new OperatorKey(data, etc);
        String first = Files.readString(etc.resolve("keys.properties"));
        product();
        new OperatorKey(data, etc);
        new OperatorKey(data, etc);

        assertThat(etc.resolve("keys.properties")).hasContent(first);
    }

    @Test
    void saysWhatToDoAboutAFileThatHoldsNoKey() throws IOException {
        Files.writeString(data.resolve("operator.key"), "not a key");

        assertThatThrownBy(() -> new OperatorKey(data, etc))
                .isInstanceOf(UncheckedIOException.class)
                .hasStackTraceContaining("delete it to get a new one");
    }
}
