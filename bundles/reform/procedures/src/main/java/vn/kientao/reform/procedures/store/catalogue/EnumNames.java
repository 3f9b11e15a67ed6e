package vn.kientao.reform.procedures.store.catalogue;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets of constants in one column: names separated by commas. A name that is no longer known is passed over. */
final class EnumNames {

    private EnumNames() {}

    static String joined(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).distinct().collect(Collectors.joining(","));
    }

    static <E extends Enum<E>> Set<E> parsed(Class<E> type, String names) {
        EnumSet<E> set = EnumSet.noneOf(type);
        if (!names.isEmpty()) {
            Set<String> wanted = Set.of(names.split(","));
            Arrays.stream(type.getEnumConstants())
                    .filter(constant -> wanted.contains(constant.name()))
                    .forEach(set::add);
        }
        return set;
    }
}
