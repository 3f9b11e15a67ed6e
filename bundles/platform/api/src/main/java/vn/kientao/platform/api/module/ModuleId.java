package vn.kientao.platform.api.module;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** The id of a module (phân hệ): its word in addresses, permissions and schema names, such as {@code procedures}. */
public record ModuleId(String value) implements Comparable<ModuleId> {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]{1,30}");

    public ModuleId {
        requireNonNull(value, "value");
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("module id '" + value + "' (expected: 2 to 31 of a-z and 0-9)");
        }
    }

    @Override
    public int compareTo(ModuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
