package vn.kientao.platform.kernel.signature;

import static vn.kientao.platform.kernel.Sentences.refuse;

import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.PublisherKey;
import vn.kientao.platform.api.module.Publishers;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.kernel.store.PublisherRepository;

/** Keeps in the database whom administrators trust, for every node alike. */
public final class KernelPublishers implements Publishers {
    private static final Logger log = LoggerFactory.getLogger(KernelPublishers.class);
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 1000;

    private final Database database;
    private final PublisherRepository publishers;
    private final AuditTrail audit;
    private final Clock clock;
    private final boolean development;

    public KernelPublishers(
            Database database, PublisherRepository publishers, AuditTrail audit, Clock clock, boolean development) {
        this.database = database;
        this.publishers = publishers;
        this.audit = audit;
        this.clock = clock;
        this.development = development;
    }

    @Override
    public List<PublisherKey> keys() {
        return database.read(publishers::keys);
    }

    @Override
    public PublisherKey trust(String publisher, InputStream certificate, Actor by) {
        String name = words(publisher, LONGEST_NAME, "kernel.refused.publisher-name");
        X509Certificate x509 = Certificates.read(certificate);
        PublisherKey key = key(name, x509, by);
        Certificates.weakness(x509.getPublicKey()).ifPresent(what -> {
            throw refuse("kernel.refused.weak-key", what);
        });
        if (key.notAfter().isBefore(key.addedAt())) {
            throw refuse("kernel.refused.certificate-expired", Formats.time(key.notAfter()));
        }
        database.write(h -> {
            publishers.key(h, key.fingerprint()).ifPresent(KernelPublishers::refuseKnown);
            publishers.add(h, key, Certificates.encoded(x509));
            return record(h, "trust-key", "publisher-key", key.fingerprint(), Map.of("publisher", name), by);
        });
        log.info("The key {} of {} is trusted", key.fingerprint(), name);
        return key;
    }

    @Override
    public void revoke(String fingerprint, String reason, Actor by) {
        String print = fingerprint.replace(":", "").toLowerCase(Locale.ROOT);
        String why = words(reason, LONGEST_REASON, "kernel.refused.reason");
        database.write(h -> {
            PublisherKey key =
                    publishers.key(h, print).orElseThrow(() -> refuse("kernel.refused.no-such-key", fingerprint));
            if (!publishers.revoke(h, print, why, clock.instant())) {
                refuseKnown(key);
            }
            Map<String, String> detail = Map.of("publisher", key.publisher(), "reason", why);
            return record(h, "revoke-key", "publisher-key", print, detail, by);
        });
        List<ModuleId> served = database.read(h -> publishers.servedBy(h, print));
        log.warn("The key {} is trusted no longer: {}. Not up at the next start: {}", print, why, served);
    }

    @Override
    public Map<ModuleId, String> pins() {
        return database.read(publishers::pins);
    }

    @Override
    public void unpin(ModuleId module, Actor by) {
        database.write(h -> {
            String publisher = publishers.pin(h, module).orElseThrow(() -> refuse("kernel.refused.no-pin", module));
            publishers.unpin(h, module);
            return record(h, "unpin", "module", module.value(), Map.of("publisher", publisher), by);
        });
        log.info("Module {} has no fixed publisher any more", module);
    }

    @Override
    public List<HeldBack> heldBack() {
        return database.read(publishers::heldBack);
    }

    @Override
    public void holdBack(ModuleId module, Version version, String reason, Actor by) {
        String why = words(reason, LONGEST_REASON, "kernel.refused.reason");
        database.write(h -> {
            publishers.holdBack(h, new HeldBack(module, version, why, clock.instant(), by.account()));
            Map<String, String> detail = Map.of("version", version.toString(), "reason", why);
            return record(h, "hold-back", "module", module.value(), detail, by);
        });
        log.info("Module {} is held back up to {}: {}", module, version, why);
    }

    @Override
    public void letThrough(ModuleId module, Version version, Actor by) {
        database.write(h -> {
            if (!publishers.letThrough(h, module, version)) {
                throw refuse("kernel.refused.not-held-back", module, version);
            }
            return record(h, "let-through", "module", module.value(), Map.of("version", version.toString()), by);
        });
        log.info("Module {} is not held back up to {} any more", module, version);
    }

    @Override
    public boolean development() {
        return development;
    }

    private PublisherKey key(String publisher, X509Certificate certificate, Actor by) {
        return new PublisherKey(
                Certificates.fingerprint(certificate),
                publisher,
                Certificates.algorithm(certificate.getPublicKey()),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                clock.instant(),
                by.account(),
                Optional.empty(),
                Optional.empty());
    }

    private static void refuseKnown(PublisherKey key) {
        Optional<Instant> revoked = key.revokedAt();
        throw revoked.isPresent()
                ? refuse("kernel.refused.key-revoked-before", key.fingerprint(), Formats.time(revoked.get()))
                : refuse("kernel.refused.key-known", key.fingerprint(), key.publisher());
    }

    private static String words(String said, int longest, String refusal) {
        String words = Folding.nfc(said).strip();
        if (words.isEmpty() || words.length() > longest) {
            throw refuse(refusal, longest);
        }
        return words;
    }

    private AuditEntry record(Handle h, String verb, String type, String id, Map<String, String> detail, Actor by) {
        AuditEntry entry = new AuditEntry(
                by.account(), Optional.empty(), "kernel", "kernel." + verb, type, id, Detail.json(detail), "");
        audit.record(h, entry);
        return entry;
    }
}
