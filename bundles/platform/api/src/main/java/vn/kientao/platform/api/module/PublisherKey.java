package vn.kientao.platform.api.module;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A key with which a publisher (nhà phát hành) signs modules.
 *
 * @param fingerprint SHA-256 of the certificate, 64 lower-case hex digits
 * @param publisher the publisher's name; one publisher may have several keys
 * @param algorithm of the public key, such as {@code Ed25519}
 * @param revocation why it is no longer trusted
 */
public record PublisherKey(
        String fingerprint,
        String publisher,
        String algorithm,
        Instant notBefore,
        Instant notAfter,
        Instant addedAt,
        String addedBy,
        Optional<Instant> revokedAt,
        Optional<String> revocation) {

    public PublisherKey {
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(publisher, "publisher");
        requireNonNull(algorithm, "algorithm");
        requireNonNull(notBefore, "notBefore");
        requireNonNull(notAfter, "notAfter");
        requireNonNull(addedAt, "addedAt");
        requireNonNull(addedBy, "addedBy");
        requireNonNull(revokedAt, "revokedAt");
        requireNonNull(revocation, "revocation");
    }
}
