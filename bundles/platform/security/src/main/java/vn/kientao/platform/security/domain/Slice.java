package vn.kientao.platform.security.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A page of a list.
 *
 * @param earlier whether something comes before it
 * @param later whether something comes after it
 */
public record Slice<T>(List<T> rows, boolean earlier, boolean later) {
    public Slice {
        rows = List.copyOf(rows);
    }

    /** Of rows read from the place onwards, one more than {@code limit} when there are more. */
    public static <T> Slice<T> of(List<T> read, ListPlace place, int limit) {
        boolean more = read.size() > limit;
        List<T> rows = new ArrayList<>(more ? read.subList(0, limit) : read);
        if (place.backwards()) {
            Collections.reverse(rows);
            return new Slice<>(rows, more, true);
        }
        return new Slice<>(rows, !place.login().isEmpty(), more);
    }
}
