package vn.kientao.platform.privacy.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** An object that no retention rule touches for the time being (tạm giữ), and why. */
public record Hold(
        long id,
        String agency,
        String objectType,
        String objectId,
        String reason,
        Instant putAt,
        String putBy,
        Optional<Instant> liftedAt,
        String liftedBy) {

    public Hold {
        requireNonNull(agency, "agency");
        requireNonNull(objectType, "objectType");
        requireNonNull(objectId, "objectId");
        requireNonNull(reason, "reason");
        requireNonNull(putAt, "putAt");
        requireNonNull(putBy, "putBy");
        requireNonNull(liftedAt, "liftedAt");
        requireNonNull(liftedBy, "liftedBy");
    }
}
