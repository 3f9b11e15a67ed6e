package vn.kientao.platform.privacy.domain;

import java.time.LocalDateTime;
import java.util.Optional;

/** A request in a list. */
public record RequestRow(
        long id,
        String code,
        RequestKind kind,
        RequestState state,
        String personName,
        LocalDateTime receivedAt,
        LocalDateTime dueAt,
        Optional<LocalDateTime> answeredAt) {}
