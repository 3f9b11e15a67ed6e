package vn.kientao.reform.procedures.app.catalogue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** In which entries a folded word stands. */
final class WordTable {
    private final String[] words;
    private final int[][] places;

    /** @param texts the folded words of each entry */
    WordTable(List<List<String>> texts) {
        SortedMap<String, BitSet> table = new TreeMap<>();
        for (int place = 0; place < texts.size(); place++) {
            for (String word : texts.get(place)) {
                table.computeIfAbsent(word, unknown -> new BitSet()).set(place);
            }
        }
        words = table.keySet().toArray(String[]::new);
        places = table.values().stream().map(set -> set.stream().toArray()).toArray(int[][]::new);
    }

    /** The entries that have every one of {@code wanted} as a whole word; where none has, as the beginning of one. */
    BitSet withAll(List<String> wanted) {
        BitSet whole = intersection(wanted, false);
        return whole.isEmpty() ? intersection(wanted, true) : whole;
    }

    private BitSet intersection(List<String> wanted, boolean beginnings) {
        BitSet all = new BitSet();
        boolean first = true;
        for (String word : wanted) {
            BitSet with = with(word, beginnings || word.indexOf('.') > 0);
            if (first) {
                all = with;
                first = false;
            } else {
                all.and(with);
            }
            if (all.isEmpty()) {
                return all;
            }
        }
        return all;
    }

    private BitSet with(String word, boolean beginnings) {
        int found = Arrays.binarySearch(words, word);
        int from = found >= 0 ? found : -found - 1;
        int to = found >= 0 ? found + 1 : from;
        while (beginnings && to < words.length && words[to].startsWith(word)) {
            to++;
        }
        BitSet with = new BitSet();
        IntStream.range(from, to).forEach(i -> {
            for (int place : places[i]) {
                with.set(place);
            }
        });
        return with;
    }
}
