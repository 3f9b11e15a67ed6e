package vn.kientao.reform.procedures.domain.catalogue;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * An import of national records (đợt nhập dữ liệu) as it stands.
 *
 * @param account who imports
 * @param agency code of the agency for which it is done; empty for the platform itself
 * @param fileSize in bytes
 * @param dryRunJob the job that tries it
 * @param commitJob the job that commits it
 * @param acceptedOnly whether the person said to leave refused rows out; otherwise one refused row stops the commit
 */
public record CatalogueImport(
        long id,
        ImportState state,
        String account,
        String agency,
        String fileName,
        long fileSize,
        Instant submittedAt,
        Optional<Instant> endedAt,
        Optional<Long> dryRunJob,
        Optional<Long> commitJob,
        boolean acceptedOnly,
        ImportCounts counts,
        long errors) {

    public CatalogueImport {
        requireNonNull(state, "state");
        requireNonNull(account, "account");
        requireNonNull(agency, "agency");
        requireNonNull(fileName, "fileName");
        requireNonNull(submittedAt, "submittedAt");
        requireNonNull(endedAt, "endedAt");
        requireNonNull(dryRunJob, "dryRunJob");
        requireNonNull(commitJob, "commitJob");
        requireNonNull(counts, "counts");
    }
}
