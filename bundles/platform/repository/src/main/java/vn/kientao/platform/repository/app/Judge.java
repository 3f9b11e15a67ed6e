package vn.kientao.platform.repository.app;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.PublisherKey;
import vn.kientao.platform.api.module.Publishers;
import vn.kientao.platform.api.module.Publishers.HeldBack;
import vn.kientao.platform.api.module.Repositories.Offer;
import vn.kientao.platform.api.module.Repositories.Standing;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.repository.domain.CatalogueFile.Entry;

/**
 * Says how an offer stands to what is here, and what is in its way. An opinion for the list: the kernel decides again, on
 * the jar itself.
 */
final class Judge {
    private static final long MOST_BYTES = 50L << 20;

    private final Modules modules;
    private final Sentences sentences;
    private final boolean development;
    private final Map<String, PublisherKey> keys = new HashMap<>();
    private final Map<ModuleId, String> pins;
    private final List<HeldBack> heldBack;
    private final Clock clock;

    Judge(Modules modules, Publishers publishers, Sentences sentences, Clock clock) {
        this.modules = modules;
        this.sentences = sentences;
        this.clock = clock;
        this.development = publishers.development();
        this.pins = publishers.pins();
        this.heldBack = publishers.heldBack();
        publishers.keys().forEach(key -> keys.put(key.fingerprint(), key));
    }

    Offer offer(Entry entry) {
        Optional<Version> live = live(entry.id());
        boolean serves = live.filter(entry.parsedVersion()::equals).isPresent();
        Optional<LocalText> obstacle = serves ? Optional.empty() : obstacle(entry, live);
        Standing standing = serves
                ? Standing.LIVE
                : obstacle.isPresent() ? Standing.BLOCKED : live.isPresent() ? Standing.UPDATE : Standing.NEW;
        LocalText name = entry.name().text();
        return new Offer(
                entry.id(),
                entry.parsedVersion(),
                name,
                Optional.ofNullable(entry.description())
                        .map(words -> words.text())
                        .orElse(name),
                entry.sha256(),
                entry.bytes(),
                publisher(entry),
                Optional.ofNullable(entry.changelog())
                        .map(words -> words.text())
                        .orElse(LocalText.same("")),
                entry.images(),
                live,
                standing,
                obstacle);
    }

    private Optional<LocalText> obstacle(Entry entry, Optional<Version> live) {
        Version version = entry.parsedVersion();
        if (live.isPresent() && live.get().compareTo(version) > 0) {
            return say("repository.blocked.older", live.get());
        }
        if (!entry.apiRange().includes(ModuleManifest.API_VERSION)) {
            return say("repository.blocked.api", entry.api(), ModuleManifest.API_VERSION);
        }
        if (entry.bytes() > MOST_BYTES) {
            return say("repository.blocked.size", MOST_BYTES >> 20);
        }
        Optional<HeldBack> held = heldBack.stream()
                .filter(one -> one.module().equals(entry.id()) && version.compareTo(one.version()) <= 0)
                .findFirst();
        if (held.isPresent()) {
            return say("repository.blocked.held-back", held.get().reason());
        }
        return known(entry).or(() -> signature(entry));
    }

    /** A version never comes back with other content. */
    private Optional<LocalText> known(Entry entry) {
        return modules.history(entry.id()).stream()
                .filter(release -> release.version().equals(entry.parsedVersion())
                        && !release.sha256().equals(entry.sha256()))
                .findFirst()
                .flatMap(release -> say("repository.blocked.other-content", entry.version()));
    }

    private Optional<LocalText> signature(Entry entry) {
        String fingerprint = entry.key();
        if (fingerprint == null) {
            return development ? Optional.empty() : say("repository.blocked.unsigned");
        }
        PublisherKey key = keys.get(fingerprint);
        if (key == null) {
            return say("repository.blocked.unknown-key", publisher(entry), fingerprint);
        }
        if (key.revokedAt().isPresent()) {
            return say("repository.blocked.revoked", key.publisher());
        }
        if (key.notAfter().isBefore(clock.instant())) {
            return say("repository.blocked.expired", key.publisher());
        }
        String pin = pins.get(entry.id());
        return pin == null || pin.equals(key.publisher())
                ? Optional.empty()
                : say("repository.blocked.other-publisher", pin, key.publisher());
    }

    private String publisher(Entry entry) {
        PublisherKey known = entry.key() == null ? null : keys.get(entry.key());
        if (known != null) {
            return known.publisher();
        }
        return entry.publisher() == null ? "" : entry.publisher();
    }

    private Optional<Version> live(ModuleId module) {
        return modules.find(module).flatMap(status -> status.live()).map(ModuleManifest::version);
    }

    private Optional<LocalText> say(String key, Object... arguments) {
        return Optional.of(sentences.text(key, arguments));
    }
}
