package vn.kientao.reform.procedures.store.dossier;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The words of dossiers that come in great numbers at once, {@code procedures.dossier_word_block}: a word's list keys in
 * ascending order, some hundred in a row. Blocks of a word may overlap; small ones are put together in the background. A
 * dossier stands either here or, word by word, in {@link WordIndex}; one that leaves is noted in
 * {@code procedures.dossier_word_gone}, so that nobody who moves a dossier waits for another, and taken out later.
 */
public final class WordBlocks {
    /** Keys of a block that nothing is added to any more. */
    static final int FULL = 1_024;
    /** So many small blocks of a word are put together. */
    private static final int SMALL_ONES = 8;

    private static final String ADD = """
            INSERT INTO procedures.dossier_word_block (agency_code, word, first_key, last_key, many, list_keys)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String OF_WORDS = """
            SELECT id, word, first_key, last_key, many
              FROM procedures.dossier_word_block
             WHERE agency_code = :agency AND word IN (<words>) AND first_key <= :last AND last_key >= :first
             ORDER BY first_key
            """;
    private static final String KEYS = """
            SELECT id, list_keys
              FROM procedures.dossier_word_block
             WHERE id IN (<ids>)
            """;
    private static final String LAST = "SELECT COALESCE(MAX(id), 0) AS last_id FROM procedures.dossier_word_block";
    private static final String MANY_SMALL = """
            SELECT b.agency_code, b.word
              FROM (SELECT DISTINCT agency_code, word
                      FROM procedures.dossier_word_block
                     WHERE id > ? AND id <= ?) AS fresh
              JOIN procedures.dossier_word_block b ON b.agency_code = fresh.agency_code AND b.word = fresh.word
             WHERE b.many < ?
             GROUP BY b.agency_code, b.word
            HAVING COUNT(*) >= ?
            """;
    private static final String SMALL = """
            SELECT id, list_keys
              FROM procedures.dossier_word_block
             WHERE agency_code = ? AND word = ? AND many < ?
             ORDER BY id
               FOR UPDATE
            """;
    private static final String AROUND = """
            SELECT id, list_keys
              FROM procedures.dossier_word_block
             WHERE agency_code = ? AND word = ? AND first_key <= ? AND last_key >= ?
             ORDER BY id
               FOR UPDATE
            """;
    private static final String REMOVE = "DELETE FROM procedures.dossier_word_block WHERE id IN (<ids>)";
    private static final String LEAVE = """
            INSERT INTO procedures.dossier_word_gone (dossier_id, agency_code, list_key, words)
            VALUES (?, ?, ?, ?)
            """;
    private static final String GONE = """
            SELECT id, agency_code, list_key, words
              FROM procedures.dossier_word_gone
             ORDER BY id
             FETCH FIRST ? ROWS ONLY
            """;
    private static final String CLEARED = "DELETE FROM procedures.dossier_word_gone WHERE id IN (<ids>)";

    /** A word of an agency's dossiers. */
    private record Word(String agency, String word) implements Comparable<Word> {
        @Override
        public int compareTo(Word other) {
            return Comparator.comparing(Word::agency).thenComparing(Word::word).compare(this, other);
        }
    }

    /** Where a block stands in the list, and how many keys it has. */
    record Block(long id, String word, long first, long last, int many) {}

    private record Departure(long id, String agency, long listKey, List<String> words) {}

    /** Adds the words of dossiers that stand in no block and have no rows. */
    void add(Handle transaction, List<WordIndex.Texts> dossiers) {
        Map<Word, List<Long>> keys = new TreeMap<>();
        for (WordIndex.Texts dossier : dossiers) {
            for (String word : dossier.words()) {
                keys.computeIfAbsent(new Word(dossier.agency(), word), none -> new ArrayList<>())
                        .add(dossier.listKey());
            }
        }
        write(transaction, keys);
    }

    private static void write(Handle transaction, Map<Word, ? extends Collection<Long>> keys) {
        try (PreparedBatch batch = transaction.prepareBatch(ADD)) {
            keys.forEach((word, all) -> {
                long[] sorted = all.stream()
                        .mapToLong(Long::longValue)
                        .sorted()
                        .distinct()
                        .toArray();
                for (int from = 0; from < sorted.length; from += FULL) {
                    long[] some = Arrays.copyOfRange(sorted, from, Math.min(sorted.length, from + FULL));
                    batch.add(word.agency(), word.word(), some[0], some[some.length - 1], some.length, bytes(some));
                }
            });
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    /** The blocks of each word that reach into a part of the list, in its order; a word that none has is left out. */
    Map<String, List<Block>> of(Handle handle, String agency, List<String> words, long first, long last) {
        return handle
                .createQuery(OF_WORDS)
                .bind("agency", agency)
                .bindList("words", words)
                .bind("first", first)
                .bind("last", last)
                .map((row, context) -> new Block(
                        row.getLong("id"),
                        row.getString("word"),
                        row.getLong("first_key"),
                        row.getLong("last_key"),
                        row.getInt("many")))
                .stream()
                .collect(Collectors.groupingBy(Block::word));
    }

    /** The keys of blocks by their ids, each in ascending order; a block that has been put together with others is missing. */
    Map<Long, long[]> keys(Handle handle, List<Long> blocks) {
        Map<Long, long[]> keys = new HashMap<>();
        handle.createQuery(KEYS)
                .bindList("ids", blocks)
                .map((row, context) -> Map.entry(row.getLong("id"), longs(row.getBytes("list_keys"))))
                .forEach(one -> keys.put(one.getKey(), one.getValue()));
        return keys;
    }

    /** Notes that a dossier does not stand any more where the blocks of its words say. */
    void leave(Handle transaction, List<WordIndex.Texts> dossiers) {
        try (PreparedBatch batch = transaction.prepareBatch(LEAVE)) {
            for (WordIndex.Texts dossier : dossiers) {
                Set<String> words = dossier.words();
                if (!words.isEmpty()) {
                    batch.add(dossier.id(), dossier.agency(), dossier.listKey(), String.join(" ", words));
                }
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    /** The id of the newest block. */
    public long last(Handle handle) {
        return handle.createQuery(LAST)
                .map((row, context) -> row.getLong("last_id"))
                .one();
    }

    /** Puts small blocks together, of words that have got blocks with ids after {@code after} up to {@code last}. */
    public int putTogether(Handle transaction, long after, long last) {
        List<Word> words = transaction
                .createQuery(MANY_SMALL)
                .bind(0, after)
                .bind(1, last)
                .bind(2, FULL)
                .bind(3, SMALL_ONES)
                .map((row, context) -> new Word(row.getString("agency_code"), row.getString("word")))
                .list();
        words.stream().sorted().forEach(word -> {
            Map<Long, long[]> small = held(transaction, SMALL, word.agency(), word.word(), FULL);
            replace(transaction, word, small.keySet(), small.values());
        });
        return words.size();
    }

    /** Takes some of the dossiers that have left out of the blocks of their words, and returns how many. */
    public int clear(Handle transaction, int most) {
        List<Departure> gone = transaction
                .createQuery(GONE)
                .bind(0, most)
                .map((row, context) -> new Departure(
                        row.getLong("id"),
                        row.getString("agency_code"),
                        row.getLong("list_key"),
                        List.of(row.getString("words").split(" "))))
                .list();
        if (gone.isEmpty()) {
            return 0;
        }
        Map<Word, TreeSet<Long>> keys = new TreeMap<>();
        gone.forEach(one -> one.words()
                .forEach(word -> keys.computeIfAbsent(new Word(one.agency(), word), none -> new TreeSet<>())
                        .add(one.listKey())));
        keys.forEach((word, out) -> takeOut(transaction, word, out));
        transaction
                .createUpdate(CLEARED)
                .bindList("ids", gone.stream().map(Departure::id).toList())
                .execute();
        return gone.size();
    }

    private static void takeOut(Handle transaction, Word word, SortedSet<Long> out) {
        held(transaction, AROUND, word.agency(), word.word(), out.last(), out.first())
                .forEach((id, keys) -> {
                    long[] rest = Arrays.stream(keys)
                            .filter(key -> !out.contains(key))
                            .toArray();
                    if (rest.length < keys.length) {
                        replace(transaction, word, Set.of(id), List.of(rest));
                    }
                });
    }

    private static Map<Long, long[]> held(Handle transaction, String sql, Object... arguments) {
        Map<Long, long[]> blocks = new TreeMap<>();
        var query = transaction.createQuery(sql);
        for (int place = 0; place < arguments.length; place++) {
            query.bind(place, arguments[place]);
        }
        query.map((row, context) -> Map.entry(row.getLong("id"), longs(row.getBytes("list_keys"))))
                .forEach(one -> blocks.put(one.getKey(), one.getValue()));
        return blocks;
    }

    private static void replace(Handle transaction, Word word, Set<Long> blocks, Collection<long[]> keys) {
        if (blocks.isEmpty()) {
            return;
        }
        transaction.createUpdate(REMOVE).bindList("ids", List.copyOf(blocks)).execute();
        write(
                transaction,
                Map.of(word, keys.stream().flatMapToLong(Arrays::stream).boxed().toList()));
    }

    private static byte[] bytes(long[] keys) {
        ByteBuffer bytes = ByteBuffer.allocate(keys.length * Long.BYTES);
        bytes.asLongBuffer().put(keys);
        return bytes.array();
    }

    private static long[] longs(byte[] bytes) {
        LongBuffer keys = ByteBuffer.wrap(bytes).asLongBuffer();
        long[] longs = new long[keys.remaining()];
        keys.get(longs);
        return longs;
    }
}
