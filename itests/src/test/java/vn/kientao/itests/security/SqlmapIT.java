package vn.kientao.itests.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.ProductFiles;

/**
 * A stranger's tool for finding holes in statements, let loose on the public pages of a product on this machine. Runs in the
 * profile {@code endurance}, and only where {@code sqlmap} is installed (the Debian package of that name).
 */
@Tag("long")
class SqlmapIT {
    private static final Path TOOL = Path.of("/usr/bin/sqlmap");
    private static final long MOST_MINUTES = 10;

    @RegisterExtension
    static final Distribution distribution = Distribution.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public/procedures?q=dat&field=x&page=1",
                "public/procedures/1.000049*",
                "public/procedures/track?code=P-AX-250101-0001",
                "api/v1/public/procedures?q=dat",
                "sign-in?next=/P-AX",
            })
    void findsNoHoleInAPage(String address) throws IOException, InterruptedException {
        assertThat(letLoose(address, List.of("--threads=4"))).doesNotContain("429 (Too Many Requests)");
    }

    /**
     * Each attempt fetches the token of its form first, as a browser would. The throttle of the sign-in answers most of them
     * before any statement sees them.
     */
    @ParameterizedTest
    @CsvSource({
        "public/procedures/track, code=P-AX-250101-0001&phone=0912345678&_csrf=x, 'code,phone'",
        "sign-in, login=admin&password=x&_csrf=x, 'login,password'",
    })
    void findsNoHoleInAForm(String address, String fields, String tried) throws IOException, InterruptedException {
        String form = distribution.product().http().resolve("/") + address;
        letLoose(address, List.of("--data", fields, "-p", tried, "--csrf-token=_csrf", "--csrf-url=" + form));
    }

    /** What the tool said, which is that it found nothing. */
    private static String letLoose(String address, List<String> more) throws IOException, InterruptedException {
        if (!Files.isExecutable(TOOL)) {
            throw new TestAbortedException("sqlmap is not installed (looked at " + TOOL + ")");
        }
        Path folder = Files.createDirectories(ProductFiles.target().resolve("sqlmap"));
        Path said = folder.resolve((address + more.size()).replaceAll("[^a-z0-9]+", "-") + ".txt");
        List<String> command = new ArrayList<>(List.of(
                TOOL.toString(),
                "-u",
                distribution.product().http().resolve("/") + address,
                "--batch",
                "--flush-session",
                "--level=2",
                "--risk=1",
                "--timeout=10",
                "--retries=0",
                "--disable-coloring",
                "--output-dir=" + folder));
        command.addAll(more);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        String words = Files.readString(said);
        assertThat(words)
                .as("what sqlmap says of " + address)
                .doesNotContain("identified the following injection point")
                .doesNotContain("is vulnerable")
                .contains("do not appear to be injectable");
        return words;
    }
}
