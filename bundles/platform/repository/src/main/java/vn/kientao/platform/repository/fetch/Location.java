package vn.kientao.platform.repository.fetch;

import java.io.IOException;
import java.nio.file.Path;

/** The folder of a source, near or far. */
public interface Location {

    /**
     * Copies one file of it.
     *
     * @param path below the folder
     * @param target a file to be written over
     * @param mostBytes how large it may be
     * @throws IOException when it is not there, too large, or does not come in time
     */
    void copy(String path, Path target, long mostBytes) throws IOException;
}
