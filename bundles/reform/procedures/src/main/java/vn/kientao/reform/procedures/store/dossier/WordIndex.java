package vn.kientao.reform.procedures.store.dossier;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.kientao.platform.api.text.Folding;

/**
 * Keeps the words by which dossiers are found, {@code procedures.dossier_word}, in the transaction that writes the dossier:
 * those of the applicant's and the owner's name, and of what is asked for where that is more than the procedure's name. Those
 * of dossiers that come in great numbers stand in {@link WordBlocks} until the dossier moves.
 */
public final class WordIndex {
    /** Stands where something was taken out for good; no word of a person. */
    private static final String ERASED = "(đã xoá)";

    private static final int LONGEST = 60;
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final String TEXTS = """
            SELECT id, agency_code, running, list_key, applicant_name, owner_name, content, procedure_code, procedure_name
              FROM procedures.dossier
             WHERE id IN (<ids>)
             ORDER BY id
               FOR UPDATE
            """;
    private static final String IN_ROWS = """
            SELECT DISTINCT dossier_id
              FROM procedures.dossier_word
             WHERE dossier_id IN (<ids>)
            """;
    private static final String ADD = """
            INSERT INTO procedures.dossier_word (dossier_id, word, agency_code, running, list_key)
            VALUES (?, ?, ?, ?, ?)
            """;
    private static final String ADD_PROCEDURE = """
            INSERT INTO procedures.dossier_procedure (agency_code, procedure_code, search_text)
            SELECT :agency, :procedure, :text
             WHERE NOT EXISTS (SELECT 1 FROM procedures.dossier_procedure
                                WHERE agency_code = :agency AND procedure_code = :procedure AND search_text = :text)
            """;
    private static final String FORGET = "DELETE FROM procedures.dossier_word WHERE dossier_id IN (<ids>)";
    private static final String PUT_IN_ORDER = """
            UPDATE procedures.dossier_word
               SET running = ?, list_key = ?
             WHERE dossier_id = ?
            """;
    private static final String AHEAD = """
            SELECT COALESCE(MAX(dossier_id), 0) AS last_id
              FROM (SELECT dossier_id
                      FROM procedures.dossier_word
                     WHERE dossier_id > ?
                     ORDER BY dossier_id, word
                     FETCH FIRST ? ROWS ONLY) AS ahead
            """;
    /** What a release without words has deleted, or taken out of a dossier. */
    private static final String SWEEP = """
            DELETE FROM procedures.dossier_word
             WHERE dossier_id > ? AND dossier_id <= ?
               AND NOT EXISTS (SELECT 1 FROM procedures.dossier d
                                WHERE d.id = dossier_word.dossier_id
                                  AND d.search_text LIKE '%' || dossier_word.word || '%')
            """;

    private final WordBlocks blocks = new WordBlocks();

    /** What the words of a dossier are made of. */
    record Texts(
            long id,
            String agency,
            boolean running,
            long listKey,
            String applicant,
            Optional<String> owner,
            String content,
            String procedureCode,
            String procedure) {
        Texts {
            requireNonNull(owner, "owner");
        }

        static Texts of(ResultSet row) throws SQLException {
            return new Texts(
                    row.getLong("id"),
                    row.getString("agency_code"),
                    row.getBoolean("running"),
                    row.getLong("list_key"),
                    row.getString("applicant_name"),
                    Optional.ofNullable(row.getString("owner_name")),
                    row.getString("content"),
                    row.getString("procedure_code"),
                    row.getString("procedure_name"));
        }

        static Texts of(long id, NewDossier dossier, long listKey) {
            return new Texts(
                    id,
                    dossier.agency(),
                    dossier.status().running(),
                    listKey,
                    dossier.submission().applicant().name(),
                    dossier.submission().owner().map(owner -> owner.name()),
                    dossier.submission().content(),
                    dossier.procedure().code(),
                    dossier.procedure().name());
        }

        /** The same where it stood before. */
        Texts at(DossierTally.Place place) {
            return new Texts(
                    id,
                    place.agency(),
                    place.listKey() >= 0,
                    place.listKey(),
                    applicant,
                    owner,
                    content,
                    procedureCode,
                    procedure);
        }

        Set<String> words() {
            Set<String> words = new TreeSet<>();
            Stream.of(applicant, owner.orElse(""), content.equals(procedure) ? "" : content)
                    .filter(text -> !text.equals(ERASED))
                    .forEach(text -> words.addAll(WordIndex.words(Folding.fold(text))));
            return words;
        }
    }

    /** The words of a folded text in order, each cut where the index ends. */
    static List<String> words(String folded) {
        return Arrays.stream(GAPS.split(folded, -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(LONGEST, word.length())))
                .distinct()
                .toList();
    }

    /** By what the dossiers of a procedure at an agency are found. */
    record Procedure(String agency, String code, String name) {
        static Procedure of(Texts one) {
            return new Procedure(one.agency(), one.procedureCode(), one.procedure());
        }
    }

    void add(Handle transaction, List<Texts> dossiers) {
        addWords(transaction, dossiers);
        addProcedures(
                transaction, dossiers.stream().map(Procedure::of).distinct().toList());
    }

    /** Adds the words of many dossiers that come at once. */
    void addMany(Handle transaction, List<Texts> dossiers) {
        blocks.add(transaction, dossiers);
    }

    private static void addWords(Handle transaction, List<Texts> dossiers) {
        try (PreparedBatch words = transaction.prepareBatch(ADD)) {
            for (Texts dossier : dossiers) {
                dossier.words()
                        .forEach(word ->
                                words.add(dossier.id(), word, dossier.agency(), dossier.running(), dossier.listKey()));
            }
            if (words.size() > 0) {
                words.execute();
            }
        }
    }

    void addProcedures(Handle transaction, List<Procedure> procedures) {
        procedures.forEach(one -> transaction
                .createUpdate(ADD_PROCEDURE)
                .bind("agency", one.agency())
                .bind("procedure", one.code())
                .bind("text", Folding.fold(one.code() + " | " + one.name()))
                .execute());
    }

    /** Writes the words of dossiers anew whose texts may have changed unseen. */
    public void writeAnew(Handle transaction, List<Long> dossiers) {
        forget(transaction, dossiers);
        remember(transaction, dossiers);
    }

    /**
     * Forgets the words of dossiers: before their texts, agency or place in the list change, as these say where the words
     * stand. Nobody else changes the dossiers until the transaction ends.
     */
    public void forget(Handle transaction, List<Long> dossiers) {
        List<Texts> texts = texts(transaction, dossiers);
        Set<Long> inRows = transaction
                .createQuery(IN_ROWS)
                .bindList("ids", dossiers)
                .mapTo(Long.class)
                .set();
        blocks.leave(
                transaction,
                texts.stream().filter(one -> !inRows.contains(one.id())).toList());
        transaction.createUpdate(FORGET).bindList("ids", dossiers).execute();
    }

    /** Writes the words of dossiers that have none, as the dossiers are. */
    public void remember(Handle transaction, List<Long> dossiers) {
        add(transaction, texts(transaction, dossiers));
    }

    /** The dossier has come to stand elsewhere in the list, or in another list: it was at {@code before}. */
    void putInOrder(Handle transaction, long dossier, DossierTally.Place before, long listKey) {
        if (transaction.execute(PUT_IN_ORDER, listKey >= 0, listKey, dossier) > 0) {
            return;
        }
        List<Texts> now = texts(transaction, List.of(dossier));
        blocks.leave(transaction, now.stream().map(one -> one.at(before)).toList());
        addWords(transaction, now);
    }

    private static List<Texts> texts(Handle transaction, List<Long> dossiers) {
        return transaction
                .createQuery(TEXTS)
                .bindList("ids", dossiers)
                .map((row, context) -> Texts.of(row))
                .list();
    }

    /** The id up to which the next {@code words} words behind {@code after} reach; 0 when there are none. */
    public long ahead(Handle handle, long after, int words) {
        return handle.createQuery(AHEAD)
                .bind(0, after)
                .bind(1, words)
                .map((row, context) -> row.getLong("last_id"))
                .one();
    }

    /** Takes out words of dossiers that are gone or have them no more; of ids after {@code after} up to {@code last}. */
    public int sweep(Handle transaction, long after, long last) {
        return transaction.execute(SWEEP, after, last);
    }
}
