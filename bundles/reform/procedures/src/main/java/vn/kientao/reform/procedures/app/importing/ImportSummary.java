package vn.kientao.reform.procedures.app.importing;

/**
 * What a file held.
 *
 * @param accepted lines that hold a procedure
 * @param refused lines that were refused, and one more when the file itself was
 * @param bytes how many bytes were read
 */
public record ImportSummary(long accepted, long refused, long bytes) {

    /** Tells whether the file may be committed: it held something, and nothing was refused. */
    public boolean clean() {
        return accepted > 0 && refused == 0;
    }
}
