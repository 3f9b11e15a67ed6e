package vn.kientao.reform.procedures.store.dossier;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.reform.procedures.domain.dossier.DossierRow;

/**
 * Lists what has certain words, in the order of the list: along the index of the word that is the rarest from there on, along
 * its blocks, along the index of each procedure whose code or name has them, and one by one through dossiers whose words are not
 * known yet. A word of a person is a whole word; words stand in any order. What a procedure's name has stands there as one piece.
 *
 * <p>Which of several words is the rarest shows where a certain row of each stands: that of the rarest stands farthest. Up to
 * there the list goes along that word; then it looks again, farther. So no part of the list costs more than its rarest word.
 */
final class WordLists {
    /** How many times as many rows as are wanted the reach of a word has: of two words one dossier in four has both. */
    private static final int DEPTH = 4;
    /** How many times deeper each further look goes. */
    private static final int DEEPER = 4;

    private static final int DEEPEST = 10_000;
    /** That many procedures are read one after the other; more are met soon anyway when the list is gone through. */
    private static final int FEW_PROCEDURES = 8;

    private static final String COLUMNS = """
            SELECT d.list_key, d.unit_id, d.received_on, d.day_number, d.procedure_name, d.field, d.applicant_name,
                   d.applicant_phone, d.received_at, d.due_at, d.finished_at, d.status, d.place, d.paused
            """;
    static final String OF_WORD = COLUMNS + """
              FROM procedures.dossier_word w
              JOIN procedures.dossier d ON d.id = w.dossier_id
             WHERE w.agency_code = :agency AND w.word = :rarest AND w.running = :running
               AND w.list_key BETWEEN :first AND :last
               AND d.running = :running
               <others>
               <filters>
             ORDER BY w.agency_code, w.word, w.running, w.list_key
             FETCH FIRST :size ROWS ONLY
            """;
    private static final String OTHER = """
             AND EXISTS (SELECT 1 FROM procedures.dossier_word o WHERE o.dossier_id = w.dossier_id AND o.word = :%s)
            """;
    private static final String OF_PROCEDURE = COLUMNS + """
              FROM procedures.dossier d
             WHERE agency_code = :agency AND procedure_code = :procedure AND running = :running
               AND list_key BETWEEN :first AND :last
               <filters>
             ORDER BY agency_code, procedure_code, running, list_key
             FETCH FIRST :size ROWS ONLY
            """;
    private static final String OF_PROCEDURES = COLUMNS + """
              FROM procedures.dossier d
             WHERE agency_code = :agency AND running = :running
               AND list_key BETWEEN :first AND :last
               AND procedure_code IN (<procedures>)
               <filters>
             ORDER BY agency_code, running, list_key
             FETCH FIRST :size ROWS ONLY
            """;
    private static final String UNKNOWN = COLUMNS + """
              FROM procedures.dossier d
             WHERE agency_code = :agency AND kept_version IS NULL AND running = :running
               AND list_key BETWEEN :first AND :last
               AND search_text LIKE :piece ESCAPE '!'
               <filters>
             ORDER BY agency_code, kept_version, running, list_key
             FETCH FIRST :size ROWS ONLY
            """;
    private static final String OF_BLOCKS = COLUMNS + """
              FROM procedures.dossier d
             WHERE id IN (<ids>) AND agency_code = :agency AND running = :running
               AND list_key BETWEEN :first AND :last
               AND NOT EXISTS (SELECT 1 FROM procedures.dossier_word_gone g WHERE g.dossier_id = d.id)
               <filters>
             ORDER BY list_key
             FETCH FIRST :size ROWS ONLY
            """;
    /** Of a word in the statements, before its number. */
    private static final String NAME = "word";

    private static final String THERE = """
            EXISTS (SELECT 1
                      FROM procedures.dossier_word
                     WHERE agency_code = :agency AND word = :%s AND running = :running
                       AND list_key BETWEEN :first AND :last)""";
    /** Whether all words are there. The offset keeps PostgreSQL from asking it once for each word. */
    private static final String ALL_THERE = "SELECT %s AS there OFFSET 0 ROWS";
    /** How far a word reaches; null when it does not reach so far, and when it need not be known. */
    private static final String REACH = """
            SELECT asked.*,
                   CASE WHEN %2$s
                        THEN (SELECT list_key
                                FROM procedures.dossier_word
                               WHERE agency_code = :agency AND word = :%1$s AND running = :running
                                 AND list_key BETWEEN :first AND :last
                               ORDER BY agency_code, word, running, list_key
                              OFFSET :skipped ROWS FETCH FIRST 1 ROW ONLY) END AS %1$s
              FROM (%3$s) AS asked
            OFFSET 0 ROWS
            """;

    private static final String PROCEDURES = """
            SELECT DISTINCT procedure_code
              FROM procedures.dossier_procedure
             WHERE agency_code = ? AND search_text LIKE ? ESCAPE '!'
            """;

    private final WordBlocks blocks = new WordBlocks();

    /** The first dossiers of the list that have the words of the query. */
    List<DossierRow> page(Handle handle, ListQuery query, int size) {
        String text = query.words().orElse("");
        String piece = "%" + DossierLists.escaped(text) + "%";
        Map<Long, DossierRow> found = new TreeMap<>();
        List<String> words = WordIndex.words(text);
        ofWords(handle, query, likelyRareFirst(words), size, found);
        addOfBlocks(found, handle, query, words, size);
        List<String> procedures = handle.createQuery(PROCEDURES)
                .bind(0, query.agency())
                .bind(1, piece)
                .mapTo(String.class)
                .list();
        if (procedures.size() > FEW_PROCEDURES) {
            add(found, bound(handle, OF_PROCEDURES, query, size).bindList("procedures", procedures));
        } else {
            procedures.forEach(procedure ->
                    add(found, bound(handle, OF_PROCEDURE, query, size).bind("procedure", procedure)));
        }
        add(found, bound(handle, UNKNOWN, query, size).bind("piece", piece));
        return found.values().stream().limit(size).toList();
    }

    private static void add(Map<Long, DossierRow> found, Query query) {
        query.map((row, context) -> DossierLists.row(row)).forEach(row -> found.put(row.listKey(), row));
    }

    /** Of a Vietnamese name the given name, which comes last, is the rarest, then the family name. */
    private static List<String> likelyRareFirst(List<String> words) {
        if (words.size() < 2) {
            return words;
        }
        List<String> sorted = new ArrayList<>(words);
        sorted.add(0, sorted.remove(sorted.size() - 1));
        return sorted;
    }

    private static void ofWords(
            Handle handle, ListQuery query, List<String> words, int size, Map<Long, DossierRow> found) {
        if (words.size() < 2) {
            words.forEach(word -> add(found, ofWord(handle, query, words, word, size)));
            return;
        }
        ListQuery rest = query;
        int depth = (int) Math.min(DEEPEST, (long) DEPTH * size);
        boolean more = true;
        while (more && found.size() < size) {
            Reach reach = reach(handle, rest, words, depth);
            if (reach.word().isPresent()) {
                add(
                        found,
                        ofWord(handle, rest, words, reach.word().get(), size - found.size())
                                .bind("last", Math.min(reach.last(), rest.lastKey())));
            }
            more = reach.last() < rest.lastKey();
            rest = rest.after(reach.last());
            depth = Math.min(DEEPEST, depth * DEEPER);
        }
    }

    /**
     * Along which word to go.
     *
     * @param word empty when one of the words is nowhere
     * @param last how far; {@link Long#MAX_VALUE} to the end
     */
    private record Reach(Optional<String> word, long last) {
        Reach {
            requireNonNull(word, "word");
        }
    }

    private static Reach reach(Handle handle, ListQuery query, List<String> words, int depth) {
        Query prepared = handle.createQuery(reaches(words.size()))
                .bind("agency", query.agency())
                .bind("running", query.running())
                .bind("first", query.firstKey())
                .bind("last", query.lastKey())
                .bind("skipped", depth - 1);
        return named(prepared, words).map((row, context) -> reach(row, words)).one();
    }

    /** Of a word that does not reach so far there are few: then no other is asked for. */
    private static String reaches(int words) {
        String sql = ALL_THERE.formatted(names(words).map(THERE::formatted).collect(Collectors.joining(" AND ")));
        for (int place = 0; place < words; place++) {
            String needed = place == 0 ? "there" : NAME + (place - 1) + " IS NOT NULL";
            sql = REACH.formatted(NAME + place, needed, sql);
        }
        return sql;
    }

    private static Reach reach(ResultSet row, List<String> words) throws SQLException {
        if (!row.getBoolean("there")) {
            return new Reach(Optional.empty(), Long.MAX_VALUE);
        }
        Reach farthest = new Reach(Optional.empty(), Long.MIN_VALUE);
        for (int place = 0; place < words.size(); place++) {
            long reach = row.getLong(NAME + place);
            if (row.wasNull()) {
                return new Reach(Optional.of(words.get(place)), Long.MAX_VALUE);
            }
            if (reach > farthest.last()) {
                farthest = new Reach(Optional.of(words.get(place)), reach);
            }
        }
        return farthest;
    }

    private static Query ofWord(Handle handle, ListQuery query, List<String> words, String rarest, int size) {
        List<String> others =
                words.stream().filter(word -> !word.equals(rarest)).toList();
        return named(bound(handle, OF_WORD, query, size), others)
                .define("others", names(others.size()).map(OTHER::formatted).collect(Collectors.joining()))
                .bind("rarest", rarest);
    }

    private static Stream<String> names(int words) {
        return IntStream.range(0, words).mapToObj(place -> NAME + place);
    }

    private static Query named(Query query, List<String> words) {
        for (int place = 0; place < words.size(); place++) {
            query.bind(NAME + place, words.get(place));
        }
        return query;
    }

    private void addOfBlocks(
            Map<Long, DossierRow> found, Handle handle, ListQuery query, List<String> words, int size) {
        if (words.isEmpty()) {
            return;
        }
        BlockWalk walk = new BlockWalk(handle, blocks, query, words);
        int missing = size;
        for (List<Long> keys = walk.next(size); missing > 0 && !keys.isEmpty(); keys = walk.next(size)) {
            Set<Long> places = Set.copyOf(keys);
            List<DossierRow> rows = bound(handle, OF_BLOCKS, query, missing)
                    .bindList("ids", keys.stream().map(ListKey::id).toList())
                    .map((row, context) -> DossierLists.row(row))
                    .filter(row -> places.contains(row.listKey()))
                    .list();
            rows.forEach(row -> found.put(row.listKey(), row));
            missing -= rows.size();
        }
    }

    private static Query bound(Handle handle, String sql, ListQuery query, int size) {
        return DossierLists.bound(handle.createQuery(sql), query.withoutWords(), size);
    }
}
