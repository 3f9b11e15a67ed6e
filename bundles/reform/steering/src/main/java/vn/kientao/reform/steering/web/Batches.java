package vn.kientao.reform.steering.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;

/** Writes a list into a file, a batch at a time, so that a list of any length fits into memory. */
public final class Batches {
    private static final int BATCH = 500;

    private Batches() {}

    /**
     * A batch of the list.
     *
     * @param <K> what leads from one batch to the next
     */
    @FunctionalInterface
    public interface Pages<R, K> {
        List<R> page(Optional<K> behind, int most);
    }

    /**
     * Adds every row of a list as a line.
     *
     * @param key of a row, behind which the next batch begins
     */
    public static <R, K> void say(
            TableFile.Line line, Pages<R, K> pages, Function<R, K> key, Function<R, List<SheetCell>> cells)
            throws IOException {
        Optional<K> behind = Optional.empty();
        List<R> rows;
        do {
            rows = pages.page(behind, BATCH);
            for (R row : rows) {
                line.add(cells.apply(row));
                behind = Optional.of(key.apply(row));
            }
        } while (rows.size() == BATCH);
    }
}
