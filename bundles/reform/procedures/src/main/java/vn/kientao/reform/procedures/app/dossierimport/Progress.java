package vn.kientao.reform.procedures.app.dossierimport;

/** Hears how far an import is. */
@FunctionalInterface
public interface Progress {
    /** For imports that nobody watches. */
    Progress UNWATCHED = (done, total, rows) -> {};

    /** {@code done} of {@code total} are done, which is {@code rows} rows. */
    void at(long done, long total, long rows);
}
