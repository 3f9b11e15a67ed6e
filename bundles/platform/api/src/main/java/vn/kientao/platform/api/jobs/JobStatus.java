package vn.kientao.platform.api.jobs;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;

/**
 * A job as it stands.
 *
 * @param done how much is done, in the job's own units; {@code total} 0 means unknown
 * @param result what {@link JobType#run} returned
 * @param reason why it failed
 */
public record JobStatus(
        long id,
        String type,
        State state,
        Optional<String> agency,
        String account,
        long done,
        long total,
        LocalText doing,
        Optional<String> result,
        Optional<LocalText> reason,
        Instant submittedAt,
        Optional<Instant> endedAt) {

    public JobStatus {
        requireNonNull(type, "type");
        requireNonNull(state, "state");
        requireNonNull(agency, "agency");
        requireNonNull(account, "account");
        requireNonNull(doing, "doing");
        requireNonNull(result, "result");
        requireNonNull(reason, "reason");
        requireNonNull(submittedAt, "submittedAt");
        requireNonNull(endedAt, "endedAt");
    }

    /** The last two are ends. */
    public enum State {
        WAITING,
        RUNNING,
        SUCCEEDED,
        FAILED;

        public boolean ended() {
            return this == SUCCEEDED || this == FAILED;
        }
    }
}
