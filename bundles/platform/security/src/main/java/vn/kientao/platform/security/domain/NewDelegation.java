package vn.kientao.platform.security.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A delegation that somebody wants to make.
 *
 * @param post id of the post to lend
 * @param delegate id of the account that is to act
 */
public record NewDelegation(long post, long delegate, LocalDate from, LocalDate to, String reason) {

    public NewDelegation {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(reason, "reason");
    }

    /** What is wrong with one field. */
    public record Fault(String field, String textKey) {}

    /** What is wrong with its days and its reason; empty when nothing is. */
    public Optional<Fault> fault(LocalDate today) {
        if (from.isBefore(today)) {
            return Optional.of(new Fault("from", "delegations.from-past"));
        }
        if (to.isBefore(from)) {
            return Optional.of(new Fault("to", "delegations.to-before-from"));
        }
        if (to.isAfter(from.plusDays(Delegation.MOST_DAYS - 1L))) {
            return Optional.of(new Fault("to", "delegations.too-long"));
        }
        if (reason.isBlank() || reason.length() > Delegation.LONGEST_REASON) {
            return Optional.of(new Fault("reason", "delegations.reason-missing"));
        }
        return Optional.empty();
    }

    /** Why the holder may not lend this post; empty when it may be lent. */
    public Optional<Fault> fault(Post lent, long holder) {
        if (lent.account() != holder) {
            return Optional.of(new Fault("post", "delegations.post-unknown"));
        }
        if (lent.agency().isEmpty() || !KnownRoles.lent(lent.role())) {
            return Optional.of(new Fault("post", "delegations.not-lent"));
        }
        if (lent.endedAt().isPresent()
                || from.isBefore(lent.from())
                || lent.to().filter(to::isAfter).isPresent()) {
            return Optional.of(new Fault("to", "delegations.beyond-post"));
        }
        return Optional.empty();
    }
}
