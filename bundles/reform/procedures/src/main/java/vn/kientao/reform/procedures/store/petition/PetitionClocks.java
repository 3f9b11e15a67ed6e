package vn.kientao.reform.procedures.store.petition;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * The deadlines of a petition, counted when it was received.
 *
 * @param updateDays how often the sender is told afterwards, in days
 */
public record PetitionClocks(LocalDateTime forwardDue, LocalDateTime answerDue, int updateDays, String legalBasis) {
    public PetitionClocks {
        requireNonNull(forwardDue, "forwardDue");
        requireNonNull(answerDue, "answerDue");
        requireNonNull(legalBasis, "legalBasis");
    }
}
