package vn.kientao.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.platform.kernel.TestPlatform.ADMIN;
import static vn.kientao.platform.kernel.TestPlatform.SAMPLE;
import static vn.kientao.platform.kernel.TestPlatform.eventually;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.PublisherKey;
import vn.kientao.platform.api.module.Publishers;
import vn.kientao.platform.api.module.Publishers.HeldBack;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.kernel.artifact.Reception;
import vn.kientao.platform.kernel.signature.DevelopmentBanner;
import vn.kientao.platform.testing.OnEachDatabase;

/** Whose releases serve: trust, pins, versions held back, and what a start makes of what was taken before. */
@OnEachDatabase("kernel")
class SignedReleasesTest {
    private static final SigningKey OURS = SigningKey.of("Nhà phát hành");
    private static final SigningKey OURS_TOO = SigningKey.of("Nhà phát hành hai");
    private static final SigningKey OTHER = SigningKey.of("Nhà phát hành khác");

    @TempDir
    Path folder;

    private final Database database;
    private final Migrations migrations;

    SignedReleasesTest(Database database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    @Test
    void everyUsualKindOfKeyMaySign() {
        try (TestPlatform platform = start()) {
            List<SigningKey> keys = List.of(
                    OURS,
                    SigningKey.of("RSA", "-keyalg", "RSA", "-keysize", "3072"),
                    SigningKey.of("EC", "-keyalg", "EC", "-groupname", "secp256r1"),
                    SigningKey.of("Ed448", "-keyalg", "Ed448"));
            for (SigningKey key : keys) {
                String version = "1." + keys.indexOf(key) + ".0";
                trust(platform, key);

                assertThat(platform.rollOut(key.sign(ModuleJar.greeting("sample", version)))
                                .succeeded())
                        .isTrue();
                assertThat(platform.ask("stp")).isEqualTo(version);
            }
            assertThat(platform.parts().publishers().keys())
                    .extracting(PublisherKey::algorithm)
                    .containsExactlyInAnyOrder("Ed25519", "RSA 3072", "EC 256", "Ed448");
        }
    }

    @Test
    void trustIsGivenOnceAndTakenOnce() {
        try (TestPlatform platform = start()) {
            Publishers publishers = platform.parts().publishers();
            PublisherKey key = trust(platform, OURS);

            assertThat(key.fingerprint()).isEqualTo(OURS.fingerprint());
            assertThatThrownBy(() -> trust(platform, OURS)).hasMessageContaining("is trusted already");
            assertThatThrownBy(() -> publishers.trust(" ", OTHER.certificate(), ADMIN))
                    .hasMessageContaining("name of the publisher is needed");
            assertThatThrownBy(() -> publishers.trust("X", new ByteArrayInputStream(new byte[9]), ADMIN))
                    .hasMessageContaining("no X.509 certificate");
            assertThatThrownBy(() -> publishers.revoke("00", "why", ADMIN)).hasMessageContaining("no key 00");

            publishers.revoke(OURS.fingerprint(), "đổi máy", ADMIN);

            assertThat(publishers.keys().get(0).revocation()).contains("đổi máy");
            assertThatThrownBy(() -> publishers.revoke(OURS.fingerprint(), "again", ADMIN))
                    .hasMessageContaining("was revoked at");
            assertThatThrownBy(() -> trust(platform, OURS)).hasMessageContaining("does not come back");
            assertThat(platform.audit.actions()).containsExactly("kernel.trust-key", "kernel.revoke-key");
            assertThat(platform.audit.entries().get(1).detail())
                    .isEqualTo("{\"publisher\":\"Sở Mẫu\",\"reason\":\"đổi máy\"}");
        }
    }

    @Test
    void aFixIsTakenAfterTheKeyOfTheBadVersionWasRevoked() {
        try (TestPlatform platform = start()) {
            trust(platform, OURS);
            trust(platform, OURS_TOO);
            platform.rollOut(OURS.sign(ModuleJar.greeting("sample", "1.1.0")));
            platform.parts().publishers().revoke(OURS.fingerprint(), "mất khoá", ADMIN);
            platform.parts().publishers().holdBack(SAMPLE, new Version("1.1.0"), "lỗi phí", ADMIN);

            assertThat(platform.rollOut(OURS_TOO.sign(ModuleJar.greeting("sample", "1.2.0")))
                            .succeeded())
                    .isTrue();
            assertThat(platform.ask("stp")).isEqualTo("1.2.0");
        }
    }

    @Test
    void aRevokedReleaseStaysAwayAtTheNextStartUntilAFixArrives() {
        try (TestPlatform platform = start()) {
            trust(platform, OURS);
            trust(platform, OURS_TOO);
            platform.rollOut(OURS.sign(ModuleJar.greeting("sample", "1.1.0")));
            platform.parts().publishers().revoke(OURS.fingerprint(), "mất khoá", ADMIN);
            assertThat(platform.ask("stp")).as("whoever works goes on").isEqualTo("1.1.0");
        }
        try (TestPlatform platform = start()) {
            awaitProblem(platform, "was revoked at");
            assertThat(platform.ask("stp")).isEqualTo("away");

            assertThat(platform.rollOut(OURS_TOO.sign(ModuleJar.greeting("sample", "1.2.0")))
                            .succeeded())
                    .isTrue();
            assertThat(platform.ask("stp")).isEqualTo("1.2.0");
        }
    }

    @Test
    void aKeyThatHasExpiredSinceTheReceiptStillServes() {
        SigningKey brief = SigningKey.of("Ngắn hạn", "-keyalg", "Ed25519", "-startdate", "-1d", "-validity", "3");
        try (TestPlatform platform = start()) {
            trust(platform, brief);
            platform.rollOut(brief.sign(ModuleJar.greeting("sample", "1.0.0")));
        }
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(30));
        try (TestPlatform platform = TestPlatform.strict(folder, database, migrations, later)) {
            eventually(() -> platform.ask("stp").equals("1.0.0"));

            assertThatThrownBy(() -> platform.rollOut(brief.sign(ModuleJar.greeting("sample", "1.1.0"))))
                    .hasMessageContaining("expired at");
        }
    }

    @Test
    void contentThatWasAlteredInTheStoreIsNotStarted() throws IOException {
        serve("1.0.0");
        alterChunks("UPDATE kernel.artifact_chunk SET content = ?");
        try (Stream<Path> files = Files.list(folder.resolve("artifacts-main"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "spoiled");
            }
        }

        try (TestPlatform platform = start()) {
            awaitProblem(platform, "in the store was changed");
            assertThat(platform.moduleBundles()).isEmpty();
        }
    }

    @Test
    void contentThatWasAlteredTogetherWithItsHashIsNotStarted() throws IOException {
        serve("1.0.0");
        byte[] altered = Tampering.with(
                OURS.sign(ModuleJar.greeting("sample", "1.0.0")), "evil.txt", "!".getBytes(StandardCharsets.UTF_8));
        Path file = Files.write(folder.resolve("altered.jar"), altered);
        String sha256 = Reception.shipped(file).sha256();
        alterChunks("UPDATE kernel.artifact_chunk SET content = ?", altered);
        database.write(h -> h.execute("UPDATE kernel.artifact_chunk SET sha256 = ?", sha256)
                + h.execute("UPDATE kernel.artifact SET sha256 = ?", sha256)
                + h.execute("UPDATE kernel.release SET sha256 = ?", sha256)
                + h.execute("UPDATE kernel.route SET sha256 = ?", sha256));

        try (TestPlatform platform = start()) {
            awaitProblem(platform, "entry evil.txt was added");
            assertThat(platform.moduleBundles()).isEmpty();
        }
    }

    @Test
    void theFirstSignedReleaseFixesThePublisher() {
        try (TestPlatform platform = start()) {
            Publishers publishers = platform.parts().publishers();
            trust(platform, OURS);
            publishers.trust("Công ty Khác", OTHER.certificate(), ADMIN);
            platform.rollOut(OURS.sign(ModuleJar.greeting("sample", "1.0.0")));

            assertThat(publishers.pins()).containsExactly(Map.entry(SAMPLE, "Sở Mẫu"));
            assertThatThrownBy(() -> platform.rollOut(OTHER.sign(ModuleJar.greeting("sample", "1.1.0"))))
                    .isInstanceOf(ReleaseRefusedException.class)
                    .hasMessageContaining("takes files of Sở Mẫu only");

            publishers.unpin(SAMPLE, ADMIN);
            assertThat(platform.rollOut(OTHER.sign(ModuleJar.greeting("sample", "1.1.0")))
                            .succeeded())
                    .isTrue();
            assertThat(publishers.pins()).containsEntry(SAMPLE, "Công ty Khác");
            assertThat(platform.audit.actions()).contains("kernel.unpin");
        }
    }

    @Test
    void whatIsHeldBackIsTakenAgainAfterItWasLetThrough() {
        try (TestPlatform platform = start()) {
            Publishers publishers = platform.parts().publishers();
            trust(platform, OURS);
            publishers.holdBack(SAMPLE, new Version("1.2.0"), "lỗi", ADMIN);
            publishers.holdBack(SAMPLE, new Version("1.2.0"), "lỗi phí", ADMIN);

            assertThat(publishers.heldBack()).extracting(HeldBack::reason).containsExactly("lỗi phí");
            for (String version : List.of("1.2.0", "1.1.0")) {
                assertThatThrownBy(() -> platform.rollOut(OURS.sign(ModuleJar.greeting("sample", version))))
                        .hasMessageContaining("no version up to 1.2.0 may be used (lỗi phí)");
            }

            publishers.letThrough(SAMPLE, new Version("1.2.0"), ADMIN);
            assertThat(platform.rollOut(OURS.sign(ModuleJar.greeting("sample", "1.1.0")))
                            .succeeded())
                    .isTrue();
            assertThatThrownBy(() -> publishers.letThrough(SAMPLE, new Version("1.2.0"), ADMIN))
                    .hasMessageContaining("is not held back");
        }
    }

    @Test
    void nobodyGoesBackToWhatIsHeldBack() {
        try (TestPlatform platform = start()) {
            trust(platform, OURS);
            for (String version : List.of("1.0.0", "1.1.0", "1.2.0")) {
                platform.rollOut(OURS.sign(ModuleJar.greeting("sample", version)));
            }
            platform.parts().publishers().holdBack(SAMPLE, new Version("1.0.0"), "lỗi phí", ADMIN);

            assertThatThrownBy(() -> platform.parts().control().rollBackTo(SAMPLE, new Version("1.0.0"), ADMIN))
                    .hasMessageContaining("no version up to 1.0.0 may be used");
            assertThat(platform.parts().modules().find(SAMPLE).orElseThrow().retained())
                    .containsExactly(new Version("1.1.0"));

            platform.parts().publishers().holdBack(SAMPLE, new Version("1.1.0"), "lỗi phí", ADMIN);
            assertThatThrownBy(platform::rollBack).hasMessageContaining("no version before module sample 1.2.0");
            assertThat(platform.ask("stp")).isEqualTo("1.2.0");
        }
    }

    @Test
    void whatTravelsWithThePlatformNeedsNoSignature() throws IOException {
        byte[] shipped = ModuleJar.greeting("sample", "1.0.0").bytes();
        Files.write(TestPlatform.shipped(folder).resolve("sample.jar"), shipped);

        try (TestPlatform platform = start()) {
            eventually(() -> platform.ask("stp").equals("1.0.0"));
            trust(platform, OURS);
            platform.await(platform.parts().modules().rollouts(1).get(0).id());
            platform.rollOut(OURS.sign(ModuleJar.greeting("sample", "1.1.0")));
        }
        try (TestPlatform platform = start()) {
            eventually(() -> platform.ask("stp").equals("1.1.0"));
            assertThat(platform.rollBack().succeeded()).isTrue();
            assertThat(platform.ask("stp")).isEqualTo("1.0.0");
        }
    }

    @Test
    void unsignedOnesServeInDevelopmentModeOnly() {
        try (TestPlatform platform = new TestPlatform(folder, database, migrations)) {
            assertThat(platform.parts().publishers().development()).isTrue();
            assertThat(platform.rollOut(ModuleJar.greeting("sample", "1.0.0")).succeeded())
                    .isTrue();
            assertThatThrownBy(() -> platform.rollOut(OTHER.sign(ModuleJar.greeting("sample", "1.1.0"))))
                    .as("a wrong signature is worse than none")
                    .hasMessageContaining("key that is not trusted");
        }
        try (TestPlatform platform = start()) {
            awaitProblem(platform, "taken in development mode only");
        }
        DevelopmentBanner banner = new DevelopmentBanner();
        assertThat(banner.banner(Actor.anonymous())).isEmpty();
        assertThat(banner.banner(ADMIN))
                .hasValueSatisfying(words -> assertThat(words.en()).contains("Development mode"));
    }

    private TestPlatform start() {
        return TestPlatform.strict(folder, database, migrations, Clock.systemUTC());
    }

    private void serve(String version) {
        try (TestPlatform platform = start()) {
            trust(platform, OURS);
            platform.rollOut(OURS.sign(ModuleJar.greeting("sample", version)));
        }
    }

    private static PublisherKey trust(TestPlatform platform, SigningKey key) {
        return platform.parts().publishers().trust("Sở Mẫu", key.certificate(), ADMIN);
    }

    private void alterChunks(String sql, byte... content) {
        byte[] chunk = content.length == 0 ? new byte[] {1, 2, 3} : Arrays.copyOf(content, content.length);
        assertThat(database.<Integer>write(
                        h -> h.createUpdate(sql).bind(0, chunk).execute()))
                .isEqualTo(1);
    }

    private static void awaitProblem(TestPlatform platform, String words) {
        eventually(() -> problem(platform).filter(said -> said.contains(words)).isPresent());
    }

    private static Optional<String> problem(TestPlatform platform) {
        return platform.parts()
                .modules()
                .find(SAMPLE)
                .flatMap(ModuleStatus::problem)
                .map(sentence -> sentence.en());
    }
}
