package vn.kientao.platform.kernel.signature;

import static vn.kientao.platform.kernel.Sentences.refuse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.PublisherKey;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.kernel.artifact.Seal;
import vn.kientao.platform.kernel.store.PublisherRepository;

/** Decides whose jars are taken: once when a jar arrives, and again whenever it leaves the store to run. */
public final class Signatures implements Seal {
    private final Database database;
    private final PublisherRepository publishers;
    private final Predicate<String> shipped;
    private final boolean development;
    private final Clock clock;

    /**
     * @param shipped whether content with this SHA-256 travels with the platform
     * @param development whether unsigned jars are taken
     */
    public Signatures(
            Database database,
            PublisherRepository publishers,
            Predicate<String> shipped,
            boolean development,
            Clock clock) {
        this.database = database;
        this.publishers = publishers;
        this.shipped = shipped;
        this.development = development;
        this.clock = clock;
    }

    /**
     * Looks at a jar that has arrived.
     *
     * @throws ReleaseRefusedException when nobody we trust has signed all of it, when it is another publisher's than the
     *     module's, or when the version is held back
     */
    @Override
    public Verdict check(Path jar, String sha256, ModuleManifest manifest) {
        database.read(h -> HoldBack.of(h, manifest.id())).refuse(manifest.version());
        if (shipped.test(sha256)) {
            return Verdict.shipped();
        }
        Optional<PublisherKey> signer = signer(jar, clock.instant());
        if (signer.isEmpty()) {
            return unsigned("kernel.refused.unsigned");
        }
        refuseOtherPublisher(manifest.id(), signer.get().publisher());
        return Verdict.signed(signer.get());
    }

    /**
     * Looks again at a jar that was taken before. Its certificate had to be valid when it was received; a key that was
     * revoked since is trusted no longer.
     *
     * @throws ReleaseRefusedException when it would not be taken like this
     */
    @Override
    public Verdict recheck(Path jar, String sha256, Kept kept) {
        return switch (kept.origin()) {
            case SHIPPED -> Verdict.shipped();
            case EARLIER -> Verdict.earlier();
            case UNSIGNED ->
                shipped.test(sha256)
                        ? Verdict.shipped()
                        : unsigned("kernel.refused.unsigned-before", kept.module(), kept.version());
            case SIGNED ->
                signer(jar, kept.receivedAt())
                        .map(Verdict::signed)
                        .orElseThrow(() -> refuse("kernel.refused.unsigned"));
        };
    }

    private Verdict unsigned(String key, Object... arguments) {
        if (development) {
            return Verdict.unsigned();
        }
        throw refuse(key, arguments);
    }

    /** The trusted key that the jar is signed with; empty when it is not signed at all. */
    private Optional<PublisherKey> signer(Path jar, Instant at) {
        try {
            return SignedJar.signer(jar).map(certificate -> trusted(certificate, at));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar, e);
        }
    }

    private PublisherKey trusted(X509Certificate certificate, Instant at) {
        String fingerprint = Certificates.fingerprint(certificate);
        PublisherKey key = database.read(h -> publishers.key(h, fingerprint))
                .orElseThrow(() -> refuse(
                        "kernel.refused.unknown-key",
                        fingerprint,
                        certificate.getSubjectX500Principal().getName()));
        if (key.revokedAt().isPresent()) {
            throw refuse(
                    "kernel.refused.revoked-key",
                    key.publisher(),
                    key.fingerprint(),
                    Formats.time(key.revokedAt().get()),
                    key.revocation().orElse("–"));
        }
        if (at.isBefore(key.notBefore())) {
            throw refuse("kernel.refused.key-not-yet", key.publisher(), Formats.time(key.notBefore()));
        }
        if (at.isAfter(key.notAfter())) {
            throw refuse("kernel.refused.key-expired", key.publisher(), Formats.time(key.notAfter()));
        }
        return key;
    }

    private void refuseOtherPublisher(ModuleId module, String publisher) {
        Optional<String> pin = database.read(h -> publishers.pin(h, module));
        if (pin.isPresent() && !pin.get().equals(publisher)) {
            throw refuse("kernel.refused.other-publisher", module, pin.get(), publisher);
        }
    }
}
