package vn.kientao.reform.procedures.app.dossierimport;

import java.util.List;

/** Dossiers of an import have moved on here, so it is not undone; nothing was changed. */
public final class MovedOnException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> codes;

    MovedOnException(List<String> codes) {
        super("moved on: " + codes);
        this.codes = List.copyOf(codes);
    }

    /** Codes of some of them, in the order of the file. */
    public List<String> codes() {
        return codes;
    }
}
