package vn.kientao.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.ModuleManifest.DeclaredPermission;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.artifact.Artifact;
import vn.kientao.platform.kernel.artifact.Reception;
import vn.kientao.platform.kernel.artifact.Seal;
import vn.kientao.platform.kernel.signature.Kept;
import vn.kientao.platform.kernel.signature.Verdict;

/** What is taken in, and what is sent away with which sentence. */
class ReceptionTest {
    private static final Seal TRUSTING = new Seal() {
        @Override
        public Verdict check(Path jar, String sha256, ModuleManifest manifest) {
            return Verdict.shipped();
        }

        @Override
        public Verdict recheck(Path jar, String sha256, Kept kept) {
            return Verdict.shipped();
        }
    };

    @TempDir
    Path folder;

    @Test
    void readsWhatAModuleSaysOfItself() throws IOException {
        Artifact artifact = Reception.receive(
                ModuleJar.of("procedures", "1.2.3")
                        .header("Kientao-Name", "vi=\"Thủ tục, hành chính\", en=\"Procedures\"")
                        .header(
                                "Kientao-Permissions",
                                "procedures.read;roles=\"desk-officer,handler\";vi=\"Xem, in\";en=\"See\", procedures.edit")
                        .header("Kientao-Smoke", "/public/procedures, /public/procedures/1")
                        .stream(),
                folder,
                TRUSTING);

        ModuleManifest manifest = artifact.manifest();
        assertThat(manifest.id().value()).isEqualTo("procedures");
        assertThat(manifest.version()).isEqualTo(new Version("1.2.3"));
        assertThat(manifest.name()).isEqualTo(new LocalText("Thủ tục, hành chính", "Procedures"));
        assertThat(manifest.description()).isEqualTo(manifest.name());
        assertThat(manifest.areas()).containsExactly("procedures");
        assertThat(manifest.permissions())
                .containsExactly(
                        new DeclaredPermission(
                                new Permission("procedures.read"),
                                Set.of("desk-officer", "handler"),
                                new LocalText("Xem, in", "See")),
                        new DeclaredPermission(new Permission("procedures.edit"), Set.of()));
        assertThat(manifest.smokePaths()).containsExactly("/public/procedures", "/public/procedures/1");
        assertThat(artifact.size()).isEqualTo(Files.size(artifact.file()));
    }

    static Stream<Arguments> unacceptable() {
        ModuleJar twice = good().text("one.txt", "1").text("two.txt", "2");
        byte[] doubled = new String(twice.bytes(), StandardCharsets.ISO_8859_1)
                .replace("two.txt", "one.txt")
                .getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(
                refused("not a module", new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8))),
                refused("Kientao-Module", good().without("Kientao-Module").stream()),
                refused("Kientao-Name", good().without("Kientao-Name").stream()),
                refused("Kientao-Api", good().without("Kientao-Api").stream()),
                refused("Bundle-Version", good().without("Bundle-Version").stream()),
                refused("Bundle-SymbolicName", good().without("Bundle-SymbolicName").stream()),
                refused("Bundle-ManifestVersion", good().without("Bundle-ManifestVersion").stream()),
                refused("uses this word", good().header("Kientao-Module", "catalogue").stream()),
                refused("Procedures!", good().header("Kientao-Module", "Procedures!").stream()),
                refused("1.x", good().header("Bundle-Version", "1.x").stream()),
                refused("Kientao-Name is malformed", good().header("Kientao-Name", "Sample").stream()),
                refused("needs platform API [2.0.0,3.0.0)", good().header("Kientao-Api", "[2,3)").stream()),
                refused("other.read is not of", good().header("Kientao-Permissions", "other.read").stream()),
                refused("declared twice", good().header("Kientao-Permissions", "sample.a,sample.a").stream()),
                refused("sample.READ", good().header("Kientao-Permissions", "sample.READ").stream()),
                refused(
                        "vn.kientao.sample.api",
                        good().header("Export-Package", "vn.kientao.sample.api;version=1").stream()),
                refused("fragment", good().header("Fragment-Host", "vn.kientao.platform.web").stream()),
                refused("singleton", good().header("Bundle-SymbolicName", "a.b;singleton:=true").stream()),
                refused("../../etc/passwd", good().text("../../etc/passwd", "x").stream()),
                refused("/etc/passwd", good().text("/etc/passwd", "x").stream()),
                refused("c:\\temp\\x", good().text("c:\\temp\\x", "x").stream()),
                refused("one.txt twice", new ByteArrayInputStream(doubled)),
                refused("larger than 50 MB", new Endless()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unacceptable")
    void sendsAwayWithASentence(String words, InputStream jar) throws IOException {
        ReleaseRefusedException refusal =
                catchThrowableOfType(ReleaseRefusedException.class, () -> Reception.receive(jar, folder, TRUSTING));

        assertThat(refusal.reason().en()).contains(words).endsWith(".");
        assertThat(refusal.reason().vi()).isNotEqualTo(refusal.reason().en()).endsWith(".");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private static ModuleJar good() {
        return ModuleJar.of("sample", "1.0.0");
    }

    private static Arguments refused(String words, InputStream jar) {
        return Arguments.of(words, jar);
    }

    /** Zeros without end. */
    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 0;
        }
    }
}
