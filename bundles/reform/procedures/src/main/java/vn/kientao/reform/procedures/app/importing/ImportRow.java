package vn.kientao.reform.procedures.app.importing;

import static java.util.Objects.requireNonNull;

import java.util.List;
import vn.kientao.reform.procedures.domain.Gap;
import vn.kientao.reform.procedures.domain.Procedure;

/** What became of one line. */
public sealed interface ImportRow {

    /** The line in the file, from 1; 0 when the row is about the file as a whole. */
    long line();

    /** How many bytes of the file had been read with this line: the progress of the import. */
    long bytesRead();

    /**
     * A line that holds a procedure.
     *
     * @param gaps what a person should complete
     */
    record Accepted(long line, long bytesRead, Procedure procedure, List<Gap> gaps) implements ImportRow {

        public Accepted {
            requireNonNull(procedure, "procedure");
            gaps = List.copyOf(gaps);
        }

        /** Equal for a procedure that says the same: a second import of it changes nothing. */
        public String fingerprint() {
            return procedure.source().fingerprint();
        }
    }

    /** A line that holds none that can be taken, with every reason found. */
    record Refused(long line, long bytesRead, List<RowError> errors) implements ImportRow {

        public Refused {
            errors = List.copyOf(errors);
            if (errors.isEmpty()) {
                throw new IllegalArgumentException(
                        "line " + line + " refused without a reason (expected: at least one)");
            }
        }
    }
}
