package vn.kientao.reform.procedures.domain.catalogue;

/**
 * What an import holds, by row.
 *
 * @param fresh procedures that the catalogue does not have
 * @param changed procedures that say something else than the current version
 * @param same procedures that say what the current version says
 * @param refused rows that hold no procedure
 * @param gaps procedures in which a person should complete something
 */
public record ImportCounts(long fresh, long changed, long same, long refused, long gaps) {

    public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0);

    public ImportCounts {
        if (Math.min(Math.min(fresh, changed), Math.min(Math.min(same, refused), gaps)) < 0) {
            throw new IllegalArgumentException("counts " + fresh + ", " + changed + ", " + same + ", " + refused + ", "
                    + gaps + " (expected: >= 0)");
        }
    }

    /** Rows that hold a procedure. */
    public long accepted() {
        return fresh + changed + same;
    }

    /** Rows that would change the catalogue. */
    public long changes() {
        return fresh + changed;
    }
}
