package vn.kientao.reform.steering.domain.setting;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;

/**
 * A setting as it is valid on a day.
 *
 * @param name {@code <feature>.<word>}
 * @param value as it was written: a number, or several joined by commas
 */
public record Setting(String name, String value, String legalBasis) {
    public Setting {
        requireNonNull(name, "name");
        requireNonNull(value, "value");
        requireNonNull(legalBasis, "legalBasis");
    }

    /** Its value as a whole number. */
    public int number() {
        return Integer.parseInt(value.strip());
    }

    /** Its values as whole numbers, in their order. */
    public List<Integer> numbers() {
        return Arrays.stream(value.split(","))
                .map(one -> Integer.valueOf(one.strip()))
                .toList();
    }
}
