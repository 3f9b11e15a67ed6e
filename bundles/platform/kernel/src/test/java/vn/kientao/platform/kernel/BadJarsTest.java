package vn.kientao.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.kientao.platform.kernel.TestPlatform.ADMIN;
import static vn.kientao.platform.kernel.TestPlatform.SAMPLE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.kernel.signature.KernelPublishers;
import vn.kientao.platform.kernel.store.PublisherRepository;
import vn.kientao.platform.testing.TestDatabase;

/** Whatever is wrong with a jar: it is refused with a sentence of its own, and nothing of it stays. */
class BadJarsTest {
    private static final SigningKey OURS = SigningKey.of("Nhà phát hành");
    private static final SigningKey STRANGER = SigningKey.of("Người lạ");
    private static final SigningKey OTHER = SigningKey.of("Nhà phát hành khác");
    private static final SigningKey LOST = SigningKey.of("Khoá bị mất");
    private static final SigningKey EXPIRED =
            SigningKey.of("Khoá cũ", "-keyalg", "Ed25519", "-startdate", "-20d", "-validity", "10");
    private static final SigningKey EARLY = SigningKey.of("Khoá mới", "-keyalg", "Ed25519", "-startdate", "+5d");
    private static final SigningKey RSA = SigningKey.of("Khoá RSA", "-keyalg", "RSA", "-keysize", "2048");
    private static final SigningKey SHORT = SigningKey.of("Khoá ngắn", "-keyalg", "RSA", "-keysize", "1024");
    private static final byte[] SERVING = OURS.sign(ModuleJar.greeting("sample", "1.5.0"));
    private static final String TEXT = "texts/words.txt";

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("kernel");

    @TempDir
    Path folder;

    private TestPlatform platform;
    private Map<String, Long> rows;
    private final Set<String> sentences = new HashSet<>();

    @BeforeEach
    void serveAGoodOne() {
        platform = TestPlatform.strict(folder, store.database(), store.migrations(), Clock.systemUTC());
        for (SigningKey key : List.of(OURS, LOST, RSA)) {
            platform.parts().publishers().trust("Sở Mẫu", key.certificate(), ADMIN);
        }
        platform.parts().publishers().trust("Công ty Khác", OTHER.certificate(), ADMIN);
        platform.parts().publishers().trust("Sở Mẫu", EARLY.certificate(), ADMIN);
        platform.parts().publishers().revoke(LOST.fingerprint(), "mất máy tính", ADMIN);
        trustLongAgo(EXPIRED);
        assertThat(platform.rollOut(SERVING).succeeded()).isTrue();
        platform.parts().publishers().holdBack(SAMPLE, new Version("1.2.0"), "làm tròn sai phí", ADMIN);
        rows = rows();
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @TestFactory
    Stream<DynamicTest> areRefusedAndLeaveNothing() {
        return bad().stream()
                .map(bad -> DynamicTest.dynamicTest(
                        bad.words(), () -> refused(bad.words(), bad.jar().get())));
    }

    private record Bad(String words, Supplier<byte[]> jar) {}

    private static List<Bad> bad() {
        List<Bad> bad = new ArrayList<>();
        bad.addAll(notAJar());
        bad.addAll(notAModule());
        bad.addAll(wronglySigned());
        bad.addAll(notFromWhomWeTrust());
        return bad;
    }

    private static List<Bad> notAJar() {
        byte[] good = good().bytes();
        return List.of(
                new Bad("cannot be read as a jar", () -> "hello".getBytes(StandardCharsets.UTF_8)),
                new Bad("larger than 50 MB", () -> new byte[51 * 1024 * 1024]),
                new Bad("larger than 400 MB", BadJarsTest::bomb),
                new Bad("no META-INF/MANIFEST.MF", () -> Tampering.without(good, "META-INF/MANIFEST.MF")),
                new Bad("../../etc/passwd", () -> Tampering.with(good, "../../etc/passwd", new byte[1])),
                new Bad("words.txt twice", () -> {
                    byte[] two = Tampering.with(good, "texts/w0rds.txt", new byte[1]);
                    return Tampering.overwrite(
                            Tampering.overwrite(two, "texts/w0rds.txt", TEXT, false), "texts/w0rds.txt", TEXT, true);
                }),
                new Bad(
                        "one thing about the entry texts/words.txt in its directory",
                        () -> Tampering.overwrite(good, TEXT, "texts/werds.txt", false)),
                new Bad("belongs to no entry", () -> Tampering.append(good, new byte[] {1, 2, 3})),
                new Bad("belongs to no entry (at", () -> Tampering.append(new byte[] {1, 2, 3}, good)),
                new Bad("data that belongs to no entry", () -> Tampering.hide(good, new byte[] {1, 2, 3})),
                new Bad("texts/words.txt does not match its checksum", () -> {
                    byte[] stored = Tampering.stored(Tampering.entries(good));
                    return Tampering.overwrite(stored, "Tr", "Gi", false);
                }),
                new Bad("encrypted or compressed", () -> {
                    // The compression method stands 36 bytes before the name in the directory.
                    return Tampering.flip(good, TEXT, -36, 4);
                }),
                new Bad("The folder texts/ in the file has content", () -> Tampering.with(good, "texts/", new byte[5])),
                new Bad("meta-inf/MANIFEST.MF", () -> Tampering.with(good, "meta-inf/MANIFEST.MF", new byte[1])));
    }

    private static List<Bad> notAModule() {
        return List.of(
                new Bad(
                        "MANIFEST.MF is malformed",
                        () -> Tampering.with(good().bytes(), "META-INF/MANIFEST.MF", new byte[] {'a', '\n', '\n'})),
                new Bad(
                        "Kientao-Module is missing",
                        () -> OURS.sign(good().without("Kientao-Module").bytes())),
                new Bad(
                        "Kientao-Name is malformed",
                        () -> OURS.sign(good().header("Kientao-Name", "Sample").bytes())),
                new Bad(
                        "needs platform API [2.0.0,3.0.0)",
                        () -> OURS.sign(good().header("Kientao-Api", "[2,3)").bytes())),
                new Bad(
                        "may not be a fragment",
                        () -> OURS.sign(good().header("Fragment-Host", "vn.kientao.platform.web")
                                .bytes())),
                new Bad(
                        "may not export packages",
                        () -> OURS.sign(good().header("Export-Package", "vn.kientao.sample")
                                .bytes())),
                new Bad(
                        "may not be a singleton",
                        () -> OURS.sign(good().header("Bundle-SymbolicName", "a.b;singleton:=true")
                                .bytes())),
                new Bad(
                        "procedures.read is not of module sample",
                        () -> OURS.sign(good().header("Kientao-Permissions", "procedures.read")
                                .bytes())),
                new Bad("is held back", () -> OURS.sign(ModuleJar.greeting("sample", "1.1.0"))),
                new Bad(
                        "is older than the version that serves",
                        () -> OURS.sign(ModuleJar.greeting("sample", "1.4.0"))),
                new Bad("serves already", () -> SERVING),
                new Bad(
                        "was received before with other content",
                        () -> OURS.sign(ModuleJar.of("sample", "1.5.0").text(TEXT, "khác"))));
    }

    private static List<Bad> wronglySigned() {
        byte[] signed = OURS.sign(good());
        return List.of(
                new Bad("is not signed by its publisher", () -> good().bytes()),
                new Bad(
                        "entry texts/words.txt was changed",
                        () -> Tampering.with(signed, TEXT, "Trân trọng".getBytes(StandardCharsets.UTF_8))),
                new Bad("entry META-INF/MANIFEST.MF was changed", () -> {
                    String manifest =
                            new String(Tampering.content(signed, "META-INF/MANIFEST.MF"), StandardCharsets.UTF_8);
                    return Tampering.with(
                            signed,
                            "META-INF/MANIFEST.MF",
                            manifest.replace("vn.kientao.test.sample", "vn.kientao.fake.sample")
                                    .getBytes(StandardCharsets.UTF_8));
                }),
                new Bad(
                        "entry texts/more.txt was added",
                        () -> Tampering.with(signed, "texts/more.txt", "!".getBytes(StandardCharsets.UTF_8))),
                new Bad("entry texts/words.txt was taken out", () -> Tampering.without(signed, TEXT)),
                new Bad("signed with several keys", () -> RSA.signAlso(signed)),
                new Bad("nothing but its manifest", () -> OURS.sign(ModuleJar.of("sample", "2.0.0"))),
                new Bad("signature of the file is incomplete", () -> Tampering.without(signed, "META-INF/KEY.EC")),
                new Bad(
                        "META-INF/EXTRA.RSA",
                        () -> Tampering.with(
                                Tampering.without(signed, "META-INF/KEY.EC"), "META-INF/EXTRA.RSA", new byte[9])),
                new Bad("signature in META-INF/KEY.EC is not of this file", () -> {
                    byte[] foreign = Tampering.content(OURS.sign(ModuleJar.of("sample", "2.1.0")), "META-INF/KEY.EC");
                    return Tampering.with(signed, "META-INF/KEY.EC", foreign);
                }),
                new Bad("no longer safe: RSA 1024", () -> SHORT.sign(good())),
                new Bad("no longer safe: SHA1", () -> RSA.sign(good().bytes(), "SHA1", "SHA256withRSA")),
                new Bad("no longer safe: SHA-1", () -> RSA.sign(good().bytes(), "SHA-256", "SHA1withRSA")));
    }

    private static List<Bad> notFromWhomWeTrust() {
        return List.of(
                new Bad("key that is not trusted: " + STRANGER.fingerprint(), () -> STRANGER.sign(good())),
                new Bad("of Sở Mẫu was revoked", () -> LOST.sign(good())),
                new Bad("that signed the file expired at", () -> EXPIRED.sign(good())),
                new Bad("is valid from", () -> EARLY.sign(good())),
                new Bad("takes files of Sở Mẫu only, but Công ty Khác", () -> OTHER.sign(good())));
    }

    private void refused(String words, byte[] jar) throws IOException {
        ReleaseRefusedException refusal = catchThrowableOfType(
                ReleaseRefusedException.class,
                () -> platform.parts().control().rollOut(new ByteArrayInputStream(jar), ADMIN));

        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.reason().en()).contains(words).endsWith(".").doesNotContain("{", "kernel.");
        assertThat(refusal.reason().vi())
                .endsWith(".")
                .doesNotContain("{", "kernel.")
                .isNotEqualTo(refusal.reason().en());
        assertThat(sentences.add(refusal.reason().en()))
                .as("a sentence of its own")
                .isTrue();
        assertThat(rows()).isEqualTo(rows);
        assertThat(platform.moduleBundles()).hasSize(1);
        assertThat(platform.ask("stp")).isEqualTo("1.5.0");
        try (Stream<Path> files = Files.walk(folder.resolve("artifacts-main"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    /** How many rows each table of the kernel has. */
    private Map<String, Long> rows() {
        return store.database().read(h -> {
            Map<String, Long> counts = new TreeMap<>();
            for (String table : h.createQuery("""
                            SELECT table_name
                              FROM information_schema.tables
                             WHERE table_schema = 'kernel'
                            """).mapTo(String.class).list()) {
                counts.put(
                        table,
                        h.createQuery("SELECT COUNT(*) FROM kernel." + table)
                                .mapTo(Long.class)
                                .one());
            }
            return counts;
        });
    }

    /** Trust that was given while the certificate was valid. */
    private void trustLongAgo(SigningKey key) {
        Clock then = Clock.offset(Clock.systemUTC(), Duration.ofDays(-15));
        new KernelPublishers(store.database(), new PublisherRepository(), platform.audit, then, false)
                .trust("Sở Mẫu", key.certificate(), ADMIN);
    }

    private static ModuleJar good() {
        return ModuleJar.of("sample", "2.0.0").text(TEXT, "Trân trọng kính chào");
    }

    private static byte[] bomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry("bomb"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i <= 400; i++) {
                zip.write(zeros);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
