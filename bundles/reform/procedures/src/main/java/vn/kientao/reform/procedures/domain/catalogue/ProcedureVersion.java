package vn.kientao.reform.procedures.domain.catalogue;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.kientao.reform.procedures.domain.Gap;
import vn.kientao.reform.procedures.domain.Procedure;

/**
 * One version of a procedure (phiên bản thủ tục). A version never changes; a changed record makes the next one.
 *
 * @param number from 1, within the procedure
 * @param current whether it is the one in force
 * @param importedAt when it came from the national database
 * @param validFrom the first day on which it was in force here
 * @param gaps what a person should complete in it
 */
public record ProcedureVersion(
        long id,
        int number,
        boolean current,
        Instant importedAt,
        LocalDate validFrom,
        Procedure procedure,
        List<Gap> gaps) {

    public ProcedureVersion {
        requireNonNull(importedAt, "importedAt");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(procedure, "procedure");
        gaps = List.copyOf(gaps);
        if (number < 1) {
            throw new IllegalArgumentException("version number " + number + " (expected: >= 1)");
        }
    }
}
