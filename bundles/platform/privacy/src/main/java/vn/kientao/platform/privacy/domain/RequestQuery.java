package vn.kientao.platform.privacy.domain;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Which requests of an agency are wanted.
 *
 * @param open only those that still wait, the most urgent first; otherwise all, newest first
 * @param lateAt only those due before this moment
 */
public record RequestQuery(
        String agency,
        boolean open,
        Optional<RequestKind> kind,
        Optional<String> code,
        Optional<LocalDateTime> lateAt) {}
