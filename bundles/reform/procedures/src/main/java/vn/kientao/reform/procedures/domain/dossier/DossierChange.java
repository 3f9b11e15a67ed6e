package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * A dossier as it stands after its last change, for systems that keep a copy.
 *
 * @param key its place in the order of changes
 */
public record DossierChange(
        String key,
        String code,
        long version,
        DossierStatus status,
        boolean paused,
        LocalDateTime changedAt,
        LocalDateTime dueAt,
        String place) {
    public DossierChange {
        requireNonNull(key, "key");
        requireNonNull(code, "code");
        requireNonNull(status, "status");
        requireNonNull(changedAt, "changedAt");
        requireNonNull(dueAt, "dueAt");
        requireNonNull(place, "place");
    }
}
