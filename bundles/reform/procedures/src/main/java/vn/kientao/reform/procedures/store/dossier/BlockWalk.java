package vn.kientao.reform.procedures.store.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Goes through a part of the list along the blocks of the rarest of some words and finds the keys that have all of them, a
 * handful at a time and in the order of the list. Reads only the blocks that it comes to. Blocks that are put together on the
 * way are found again at the place where the walk is.
 */
final class BlockWalk {
    /** So many blocks are read at once at most: a word's blocks may all reach into the same part of the list. */
    private static final int MOST_AT_ONCE = 64;

    private final Handle handle;
    private final WordBlocks blocks;
    private final String agency;
    private final List<String> words;
    private final long last;
    /** Where the walk goes on. */
    private long next;
    /** Blocks of each word behind {@link #next}, in the order of the list; none when a word has none. */
    private Map<String, List<WordBlocks.Block>> ahead = Map.of();

    private final Map<Long, long[]> read = new HashMap<>();
    private final TreeSet<Long> seen = new TreeSet<>();
    private List<WordBlocks.Block> unread = List.of();
    private String rarest = "";
    private int atOnce = 1;

    /** A block that the walk wanted has been put together with others meanwhile. */
    private static final class BlocksMovedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    BlockWalk(Handle handle, WordBlocks blocks, ListQuery query, List<String> words) {
        this.handle = handle;
        this.blocks = blocks;
        this.agency = query.agency();
        this.words = words;
        this.next = query.running() ? Math.max(0, query.firstKey()) : query.firstKey();
        this.last = query.lastKey();
        look();
    }

    /** The next keys that have all words, {@code about} of them or a few more or less; empty at the end of the list. */
    List<Long> next(int about) {
        while (true) {
            try {
                return some(about);
            } catch (BlocksMovedException e) {
                look();
            }
        }
    }

    private void look() {
        ahead = next > last ? Map.of() : blocks.of(handle, agency, words, next, last);
        read.clear();
        seen.clear();
        atOnce = 1;
        if (ahead.size() < words.size()) {
            unread = List.of();
            return;
        }
        rarest = words.stream()
                .min(Comparator.comparingLong(word -> ahead.getOrDefault(word, List.of()).stream()
                        .mapToLong(WordBlocks.Block::many)
                        .sum()))
                .orElseThrow();
        unread = new ArrayList<>(ahead.getOrDefault(rarest, List.of()));
    }

    private List<Long> some(int about) {
        List<Long> found = new ArrayList<>();
        while (found.isEmpty()) {
            List<Long> keys = inOrder(about);
            if (keys.isEmpty()) {
                return found;
            }
            found.addAll(withAll(keys));
            next = keys.get(keys.size() - 1) + 1;
        }
        return found;
    }

    /** The next keys of the rarest word: no block that is yet unread begins before the last of them. */
    private List<Long> inOrder(int about) {
        List<Long> keys = new ArrayList<>();
        while (keys.size() < about) {
            while (!unread.isEmpty() && (seen.isEmpty() || unread.get(0).first() <= seen.first())) {
                readSome();
            }
            if (seen.isEmpty()) {
                return keys;
            }
            keys.add(seen.pollFirst());
        }
        return keys;
    }

    private void readSome() {
        List<WordBlocks.Block> some = unread.subList(0, Math.min(atOnce, unread.size()));
        Map<Long, long[]> keys = keys(some);
        keys.values()
                .forEach(all -> Arrays.stream(all)
                        .filter(key -> key >= next && key <= last)
                        .forEach(seen::add));
        some.clear();
        atOnce = Math.min(MOST_AT_ONCE, 2 * atOnce);
    }

    private List<Long> withAll(List<Long> keys) {
        List<Long> left = new ArrayList<>(keys);
        for (String word : words) {
            if (!word.equals(rarest) && !left.isEmpty()) {
                long from = left.get(0);
                long to = left.get(left.size() - 1);
                List<WordBlocks.Block> around = ahead.getOrDefault(word, List.of()).stream()
                        .filter(block -> block.first() <= to && block.last() >= from)
                        .toList();
                readMissing(around);
                left.removeIf(key ->
                        around.stream().noneMatch(block -> Arrays.binarySearch(read.get(block.id()), key) >= 0));
            }
        }
        return left;
    }

    private void readMissing(List<WordBlocks.Block> around) {
        List<WordBlocks.Block> missing =
                around.stream().filter(block -> !read.containsKey(block.id())).toList();
        if (!missing.isEmpty()) {
            read.putAll(keys(missing));
        }
    }

    private Map<Long, long[]> keys(List<WordBlocks.Block> some) {
        Map<Long, long[]> keys =
                blocks.keys(handle, some.stream().map(WordBlocks.Block::id).toList());
        if (keys.size() < some.size()) {
            throw new BlocksMovedException();
        }
        return keys;
    }
}
