package vn.kientao.reform.procedures.app.dossierimport;

import java.util.Optional;
import vn.kientao.reform.procedures.domain.dossierimport.RowFault;

/** A row that fitted in the dry run does not any more: its procedure has gone, or a rule has changed. */
final class RowsRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long line;

    RowsRefusedException(long line, Optional<RowFault.Reason> why) {
        super("row " + line + ": " + why.map(RowFault.Reason::word).orElse("refused"));
        this.line = line;
    }

    long line() {
        return line;
    }
}
