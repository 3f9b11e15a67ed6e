package vn.kientao.reform.procedures.domain.dossierimport;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * An import of dossiers (đợt nhập hồ sơ) as it stands.
 *
 * @param account who imports
 * @param agency code of the agency whose dossiers they are
 * @param fileSize in bytes
 * @param job the job that works on it, or did last
 * @param acceptedOnly whether the person said to leave refused rows out; otherwise one refused row stops the commit
 * @param fresh rows whose old code the agency does not have yet
 * @param same rows whose old code the agency has already
 * @param refused rows that hold no dossier
 * @param errors how many reasons for refusing rows there are
 */
public record DossierImport(
        long id,
        DossierImportState state,
        String account,
        String agency,
        String fileName,
        long fileSize,
        Instant submittedAt,
        Optional<Instant> endedAt,
        Optional<Long> job,
        boolean acceptedOnly,
        long fresh,
        long same,
        long refused,
        long errors) {

    public DossierImport {
        requireNonNull(state, "state");
        requireNonNull(account, "account");
        requireNonNull(agency, "agency");
        requireNonNull(fileName, "fileName");
        requireNonNull(submittedAt, "submittedAt");
        requireNonNull(endedAt, "endedAt");
        requireNonNull(job, "job");
    }
}
