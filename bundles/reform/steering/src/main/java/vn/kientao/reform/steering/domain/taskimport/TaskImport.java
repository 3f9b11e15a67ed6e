package vn.kientao.reform.steering.domain.taskimport;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * A sheet of tasks.
 *
 * @param agency code of the agency that gives them
 */
public record TaskImport(long id, String agency, String fileName, State state, LocalDateTime at, String account) {
    public TaskImport {
        requireNonNull(agency, "agency");
        requireNonNull(fileName, "fileName");
        requireNonNull(state, "state");
        requireNonNull(at, "at");
        requireNonNull(account, "account");
    }

    /** How far it is. */
    public enum State {
        /** Đã kiểm tra, chưa giao. */
        TRIED,
        /** Đã giao. */
        DONE,
        /** Đã hoàn lại. */
        UNDONE;

        public String textKey() {
            return "import.state." + name();
        }
    }
}
