package vn.kientao.reform.steering.domain.setting;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The value of a setting from one day to another.
 *
 * @param value as it was written, in the shape of its name
 */
public record Setting(
        SettingName name, String value, LocalDate validFrom, Optional<LocalDate> validTo, String legalBasis)
        implements Dated {
    public Setting {
        requireNonNull(name, "name");
        requireNonNull(value, "value");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
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
