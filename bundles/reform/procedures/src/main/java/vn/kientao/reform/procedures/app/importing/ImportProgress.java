package vn.kientao.reform.procedures.app.importing;

/** Hears how far an import is. */
@FunctionalInterface
public interface ImportProgress {

    /** For imports that nobody watches. */
    ImportProgress UNWATCHED = (line, bytesRead) -> {};

    /** {@code line} lines and {@code bytesRead} bytes of the file have been read. */
    void read(long line, long bytesRead);
}
