package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What the applicant has to pay before the dossier goes on (nghĩa vụ tài chính).
 *
 * @param number from 1
 * @param amount in đồng
 * @param document number of the notice
 * @param payment empty until it is paid
 */
public record FinancialDuty(
        int number,
        String what,
        long amount,
        String document,
        LocalDateTime askedAt,
        Optional<LocalDate> payBy,
        Optional<Payment> payment) {

    /**
     * That it was paid.
     *
     * @param amount in đồng
     * @param channel 1 at the counter, 2 online, 3 through the post or a bank
     * @param receipt number of the receipt (số biên lai)
     * @param takenBy code of the unit that took the money and wrote the receipt in its books; empty when that is the agency that
     *     settles the dossier
     */
    public record Payment(LocalDateTime at, long amount, int channel, String receipt, String payer, String takenBy) {
        public Payment {
            requireNonNull(takenBy, "takenBy");
            requireNonNull(at, "at");
            requireNonNull(receipt, "receipt");
            requireNonNull(payer, "payer");
        }
    }

    public FinancialDuty {
        requireNonNull(what, "what");
        requireNonNull(document, "document");
        requireNonNull(askedAt, "askedAt");
        requireNonNull(payBy, "payBy");
        requireNonNull(payment, "payment");
        if (amount <= 0) {
            throw new IllegalArgumentException("amount " + amount + " (expected: > 0 đồng)");
        }
    }
}
