package vn.kientao.itests.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column, as far as one can be wider than another.
 *
 * @param sizes the numbers in its brackets; none means without limit for texts
 */
record ColumnType(String name, List<Integer> sizes) {

    private static final Map<String, Integer> WHOLE_NUMBERS =
            Map.of("SMALLINT", 2, "INT", 4, "INTEGER", 4, "BIGINT", 8);
    private static final List<String> TEXTS = List.of("VARCHAR", "CHARACTER", "TEXT", "CLOB");

    static ColumnType of(String name, @Nullable String brackets) {
        List<Integer> sizes = brackets == null
                ? List.of()
                : Arrays.stream(brackets.split("\\D+", -1))
                        .filter(number -> !number.isEmpty())
                        .map(Integer::valueOf)
                        .toList();
        return new ColumnType(name, sizes);
    }

    /** Tells whether every value of {@code other} is a value of this one, and reads the same. */
    boolean holdsAll(ColumnType other) {
        Integer bytes = WHOLE_NUMBERS.get(name);
        Integer otherBytes = WHOLE_NUMBERS.get(other.name);
        if (bytes != null && otherBytes != null) {
            return bytes >= otherBytes;
        }
        if (TEXTS.contains(name) && TEXTS.contains(other.name)) {
            return sizes.isEmpty() || (!other.sizes.isEmpty() && sizes.get(0) >= other.sizes.get(0));
        }
        return equals(other) || (name.equals("NUMERIC") && other.name.equals("NUMERIC") && wider(other));
    }

    private boolean wider(ColumnType other) {
        if (sizes.size() != 2 || other.sizes.size() != 2) {
            return false;
        }
        int fraction = sizes.get(1);
        int otherFraction = other.sizes.get(1);
        return fraction == otherFraction && sizes.get(0) >= other.sizes.get(0);
    }

    @Override
    public String toString() {
        return name + (sizes.isEmpty() ? "" : sizes.toString());
    }
}
