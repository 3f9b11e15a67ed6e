package vn.kientao.reform.steering.domain.inspection;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * The notice of the conclusion (thông báo kết luận).
 *
 * @param symbol number and symbol, such as {@code 05/TB-VPUB}
 * @param remedyDue last day to report the remedy
 */
public record Notice(String conclusion, String symbol, LocalDate on, LocalDate remedyDue) {
    public Notice {
        requireNonNull(conclusion, "conclusion");
        requireNonNull(symbol, "symbol");
        requireNonNull(on, "on");
        requireNonNull(remedyDue, "remedyDue");
    }
}
