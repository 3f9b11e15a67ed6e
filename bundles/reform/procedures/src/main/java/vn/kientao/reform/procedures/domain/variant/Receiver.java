package vn.kientao.reform.procedures.domain.variant;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An agency that receives dossiers of a procedure (cơ quan tiếp nhận).
 *
 * @param id of the row
 * @param code of the procedure
 * @param agency its code
 */
public record Receiver(
        long id, String code, String agency, LocalDate validFrom, Optional<LocalDate> validTo, String legalBasis) {

    public Receiver {
        requireNonNull(code, "code");
        requireNonNull(agency, "agency");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
        requireNonNull(legalBasis, "legalBasis");
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom)
                && validTo.map(last -> !day.isAfter(last)).orElse(true);
    }
}
