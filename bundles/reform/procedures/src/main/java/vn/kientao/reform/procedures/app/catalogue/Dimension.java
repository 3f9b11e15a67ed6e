package vn.kientao.reform.procedures.app.catalogue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueEntry;

/** One property of the entries by which a search is narrowed: which values there are, and which entry has which. */
final class Dimension {
    private final List<String> values;
    private final Map<String, BitSet> entriesOf = new HashMap<>();
    private final int[][] valuesOf;

    Dimension(
            List<CatalogueEntry> entries,
            Function<CatalogueEntry, Collection<String>> property,
            Comparator<? super String> order) {
        Set<String> distinct = new LinkedHashSet<>();
        entries.forEach(entry -> distinct.addAll(property.apply(entry)));
        values = distinct.stream()
                .filter(value -> !value.isEmpty())
                .sorted(order)
                .toList();
        Map<String, Integer> numbers = new HashMap<>();
        values.forEach(value -> numbers.put(value, numbers.size()));
        valuesOf = new int[entries.size()][];
        for (int place = 0; place < valuesOf.length; place++) {
            int at = place;
            valuesOf[place] = property.apply(entries.get(place)).stream()
                    .filter(numbers::containsKey)
                    .peek(value -> entriesOf
                            .computeIfAbsent(value, unknown -> new BitSet())
                            .set(at))
                    .mapToInt(numbers::get)
                    .toArray();
        }
    }

    /** The entries that have {@code value}. */
    BitSet entries(String value) {
        return entriesOf.getOrDefault(value, new BitSet());
    }

    /** How many of {@code entries} have each value. */
    List<Facets.Value> counts(BitSet entries) {
        int[] counts = new int[values.size()];
        for (int place = entries.nextSetBit(0); place >= 0; place = entries.nextSetBit(place + 1)) {
            for (int value : valuesOf[place]) {
                counts[value]++;
            }
        }
        List<Facets.Value> found = new ArrayList<>();
        for (int value = 0; value < counts.length; value++) {
            if (counts[value] > 0) {
                found.add(new Facets.Value(values.get(value), counts[value]));
            }
        }
        return found;
    }
}
