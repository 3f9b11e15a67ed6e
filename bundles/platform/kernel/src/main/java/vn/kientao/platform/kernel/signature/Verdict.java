package vn.kientao.platform.kernel.signature;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import vn.kientao.platform.api.module.PublisherKey;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.Sentences;

/**
 * Why a jar is taken.
 *
 * @param key the publisher's; there for signed jars only
 */
public record Verdict(Origin origin, Optional<PublisherKey> key) {
    private static final int SHOWN_DIGITS = 12;

    /** Where the trust in a jar comes from. */
    public enum Origin {
        /** A publisher whom an administrator trusts has signed it. */
        SIGNED,
        /** It travels with the platform, and is trusted like the platform's own code. */
        SHIPPED,
        /** Nobody has signed it, and it was taken in development mode. */
        UNSIGNED,
        /** It was taken before the platform looked at signatures. */
        EARLIER
    }

    public Verdict {
        requireNonNull(origin, "origin");
        requireNonNull(key, "key");
        if (key.isPresent() != (origin == Origin.SIGNED)) {
            throw new IllegalArgumentException(origin + " with key " + key + " (expected: a key when SIGNED)");
        }
    }

    static Verdict signed(PublisherKey key) {
        return new Verdict(Origin.SIGNED, Optional.of(key));
    }

    /** Of a jar that travels with the platform. */
    public static Verdict shipped() {
        return new Verdict(Origin.SHIPPED, Optional.empty());
    }

    static Verdict unsigned() {
        return new Verdict(Origin.UNSIGNED, Optional.empty());
    }

    static Verdict earlier() {
        return new Verdict(Origin.EARLIER, Optional.empty());
    }

    /** Who has signed it. */
    public Optional<String> publisher() {
        return key.map(PublisherKey::publisher);
    }

    /** The certificate it was signed with. */
    public Optional<String> fingerprint() {
        return key.map(PublisherKey::fingerprint);
    }

    /** What an administrator is told of it. */
    public LocalText sentence() {
        return key.map(signer -> Sentences.say(
                        "kernel.signature.SIGNED",
                        signer.publisher(),
                        signer.fingerprint().substring(0, SHOWN_DIGITS),
                        Formats.date(LocalDate.ofInstant(signer.notAfter(), Formats.ZONE))))
                .orElseGet(() -> Sentences.say("kernel.signature." + origin));
    }
}
