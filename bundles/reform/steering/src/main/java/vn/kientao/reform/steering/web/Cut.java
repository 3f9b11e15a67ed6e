package vn.kientao.reform.steering.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page cut from rows of which one more was read than it holds.
 *
 * @param shown the rows of the page
 * @param more whether there is another page
 */
public record Cut<T>(List<T> shown, boolean more) {
    public Cut {
        shown = List.copyOf(shown);
    }

    /** @param most how many rows the page holds; {@code rows} may be one more */
    public static <T> Cut<T> of(List<T> rows, int most) {
        boolean more = rows.size() > most;
        return new Cut<>(more ? rows.subList(0, most) : rows, more);
    }

    /** The rows as a program gets them. */
    public <R> List<R> rows(Function<T, R> row) {
        return shown.stream().map(row).toList();
    }

    /** Where the next page begins, by the key of the last row; null on the last page. */
    public <K> @Nullable K next(Function<T, K> key) {
        return more ? key.apply(shown.get(shown.size() - 1)) : null;
    }
}
