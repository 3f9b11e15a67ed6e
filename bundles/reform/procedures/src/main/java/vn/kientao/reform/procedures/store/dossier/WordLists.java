package vn.kientao.reform.procedures.store.dossier;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.reform.procedures.domain.dossier.DossierRow;

/**
 * Lists what has certain words, in the order of the list: along the index of the rarest word, along its blocks, along the index
 * of each procedure whose code or name has them, and one by one through dossiers whose words are not known yet. A word of a person is a whole
 * word; words stand in any order. What a procedure's name has stands there as one piece.
 */
final class WordLists {
    /** From here on a word is common: which of two is the rarer does not matter. */
    private static final int COMMON = 100;
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
    private static final String HOW_MANY = """
            SELECT COUNT(*) AS dossiers
              FROM (SELECT list_key
                      FROM procedures.dossier_word
                     WHERE agency_code = :agency AND word = :word AND running = :running
                     FETCH FIRST :size ROWS ONLY) AS counted
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
        rarestFirst(handle, query, words).ifPresent(sorted -> add(found, ofWords(handle, query, sorted, size)));
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

    private static Query ofWords(Handle handle, ListQuery query, List<String> words, int size) {
        StringBuilder others = new StringBuilder();
        for (int place = 1; place < words.size(); place++) {
            others.append(OTHER.formatted("word" + place));
        }
        Query prepared = bound(handle, OF_WORD, query, size)
                .define("others", others.toString())
                .bind("rarest", words.get(0));
        for (int place = 1; place < words.size(); place++) {
            prepared.bind("word" + place, words.get(place));
        }
        return prepared;
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

    /** The words, the rarest first; empty when there are none or nobody has one of them. */
    private static Optional<List<String>> rarestFirst(Handle handle, ListQuery query, List<String> words) {
        Map<String, Integer> many = new HashMap<>();
        for (String word : words) {
            int dossiers = handle.createQuery(HOW_MANY)
                    .bind("agency", query.agency())
                    .bind("word", word)
                    .bind("running", query.running())
                    .bind("size", COMMON)
                    .map((row, context) -> row.getInt("dossiers"))
                    .one();
            if (dossiers == 0) {
                return Optional.empty();
            }
            many.put(word, dossiers);
        }
        List<String> sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparing(word -> requireNonNull(many.get(word))));
        return Optional.of(sorted).filter(all -> !all.isEmpty());
    }
}
