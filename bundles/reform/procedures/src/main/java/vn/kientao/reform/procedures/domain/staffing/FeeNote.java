package vn.kientao.reform.procedures.domain.staffing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Fees settled with the one-stop for a quarter (Decree 61/2018/NĐ-CP, Article 12(9)).
 *
 * @param amount in đồng
 * @param document number of the record or voucher
 */
public record FeeNote(int year, int quarter, BigDecimal amount, String document, LocalDate settledOn) {
    public FeeNote {
        requireNonNull(amount, "amount");
        requireNonNull(document, "document");
        requireNonNull(settledOn, "settledOn");
        if (quarter < 1 || quarter > 4) {
            throw new IllegalArgumentException("quarter " + quarter + " (expected: 1 to 4)");
        }
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("amount " + amount + " (expected: >= 0)");
        }
    }
}
