package vn.kientao.reform.procedures.store.privacy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.privacy.DataSubject;
import vn.kientao.reform.procedures.domain.dossier.ContactRules;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImportState;
import vn.kientao.reform.procedures.domain.dossierimport.ImportColumn;
import vn.kientao.reform.procedures.domain.dossierimport.ImportText;

/** Rows of files that wait to be taken over, in {@code procedures.dossier_import_chunk}, or to be mended, in
 * {@code dossier_import_refused}. */
public final class PersonalImportRows {
    /** Columns that tell of a person, under the names that fields of dossiers have. */
    public static final Map<ImportColumn, String> FIELDS = Map.of(
            ImportColumn.NAME, "name",
            ImportColumn.ID_NUMBER, "idNumber",
            ImportColumn.ADDRESS, "address",
            ImportColumn.PHONE, "phone",
            ImportColumn.EMAIL, "email",
            ImportColumn.HANDED_TO, "handedTo",
            ImportColumn.CONTENT, "content");

    /** Waiting rows have their numbers without spaces; refused ones are as somebody typed them. */
    private static final String FIND = """
            SELECT i.id, i.file_name, i.submitted_at, c.content
              FROM procedures.dossier_import i
              JOIN procedures.dossier_import_%s c ON c.import_id = i.id
             WHERE i.agency_code = :agency
               AND (POSITION(:name IN c.content) > 0 OR POSITION(:idNumber IN c.content) > 0
                   OR POSITION(:email IN c.content) > 0 OR c.content LIKE :phone)
             ORDER BY i.id DESC, c.%s
            """;

    private static final String WAITING = FIND.formatted("chunk", "place");
    private static final String REFUSED = FIND.formatted("refused", "line");
    private static final String HOLD = """
            SELECT state
              FROM procedures.dossier_import
             WHERE id = ? AND agency_code = ?
               FOR UPDATE
            """;
    private static final String DELETE_REFUSED = """
            DELETE FROM procedures.dossier_import_refused
             WHERE import_id = ? AND line = ?
            """;
    private static final String DELETE_ERRORS = """
            DELETE FROM procedures.dossier_import_error
             WHERE import_id = ? AND line = ?
            """;
    private static final String CHUNK_OF = """
            SELECT place, content
              FROM procedures.dossier_import_chunk
             WHERE import_id = ? AND (POSITION(? IN content) > 0 OR content LIKE ?)
            """;
    private static final String KEEP_CHUNK = """
            UPDATE procedures.dossier_import_chunk
               SET content = ?
             WHERE import_id = ? AND place = ?
            """;
    private static final String ONE_LESS = """
            UPDATE procedures.dossier_import
               SET new_count = new_count - 1
             WHERE id = ?
            """;

    /** A row of a file. */
    public record Found(long importId, String fileName, Instant submittedAt, ImportText.Row row) {
        /** As {@link #erase} wants it. */
        public String id() {
            return importId + "-" + row.line();
        }
    }

    /** What became of a row. */
    public enum Erased {
        DONE,
        GONE,
        /** It is being taken over. */
        BUSY
    }

    private record Chunk(int place, List<ImportText.Row> rows) {}

    /** Rows that may be about the person, those of the newest import first. */
    public List<Found> find(Handle handle, String agency, DataSubject subject, int most) {
        List<Found> found = new ArrayList<>(find(handle, REFUSED, agency, subject, most));
        found.addAll(find(handle, WAITING, agency, subject, most));
        return found.stream().limit(most).toList();
    }

    private static List<Found> find(Handle handle, String sql, String agency, DataSubject subject, int most) {
        try (Stream<List<Found>> places = handle
                .createQuery(sql)
                .bind("agency", agency)
                .bind("name", cell(subject.name()))
                .bind("idNumber", cell(subject.idNumber()))
                .bind("email", cell(subject.email()))
                .bind("phone", phone(subject.phone()))
                .map((row, context) -> {
                    Instant submitted =
                            row.getObject("submitted_at", OffsetDateTime.class).toInstant();
                    long id = row.getLong("id");
                    String file = row.getString("file_name");
                    return ImportText.read(row.getString("content")).stream()
                            .map(one -> new Found(id, file, submitted, one))
                            .toList();
                })
                .stream()) {
            return places.flatMap(List::stream)
                    .filter(one -> about(one.row(), subject))
                    .limit(most)
                    .toList();
        }
    }

    /** A whole cell; what no cell holds when nothing is known. */
    private static String cell(String known) {
        return ImportText.CELL + (known.isEmpty() ? String.valueOf(ImportText.ROW) : known) + ImportText.CELL;
    }

    /** The digits behind the leading 0 in this order, with whatever somebody typed between them. */
    private static String phone(String digits) {
        return digits.isEmpty()
                ? String.valueOf(ImportText.ROW) + ImportText.ROW
                : "%" + String.join("%", digits.substring(1).split("")) + "%";
    }

    private static boolean about(ImportText.Row row, DataSubject subject) {
        return same(row.cell(ImportColumn.NAME), subject.name())
                || same(row.cell(ImportColumn.EMAIL), subject.email())
                || same(row.cell(ImportColumn.ID_NUMBER).replace(" ", ""), subject.idNumber())
                || ContactRules.phone(row.cell(ImportColumn.PHONE))
                        .filter(subject.phone()::equals)
                        .isPresent();
    }

    private static boolean same(String cell, String known) {
        return !known.isEmpty() && cell.equals(known);
    }

    /** Takes a row out; as {@link Found#id} names it. May be called again. */
    public Erased erase(Handle transaction, String agency, String record) {
        Optional<Long> line = Subjects.idOf(record);
        Optional<Long> importId = Subjects.idOf(record.substring(0, Math.max(0, record.lastIndexOf('-'))));
        if (line.isEmpty() || importId.isEmpty()) {
            return Erased.GONE;
        }
        return hold(transaction, importId.get(), agency)
                .map(state -> erase(transaction, importId.get(), state, line.get()))
                .orElse(Erased.GONE);
    }

    private static Optional<DossierImportState> hold(Handle transaction, long importId, String agency) {
        return transaction
                .createQuery(HOLD)
                .bind(0, importId)
                .bind(1, agency)
                .map((row, context) -> DossierImportState.valueOf(row.getString("state")))
                .findOne();
    }

    private static Erased erase(Handle transaction, long importId, DossierImportState state, long line) {
        if (transaction.execute(DELETE_REFUSED, importId, line) == 1) {
            transaction.execute(DELETE_ERRORS, importId, line);
            return Erased.DONE;
        }
        Optional<Chunk> chunk = chunk(transaction, importId, line);
        if (chunk.isEmpty()) {
            return Erased.GONE;
        }
        if (state != DossierImportState.CHECKED) {
            return Erased.BUSY;
        }
        List<ImportText.Row> left =
                chunk.get().rows().stream().filter(row -> row.line() != line).toList();
        transaction.execute(
                KEEP_CHUNK, ImportText.write(left), importId, chunk.get().place());
        transaction.execute(ONE_LESS, importId);
        return Erased.DONE;
    }

    private static Optional<Chunk> chunk(Handle transaction, long importId, long line) {
        String begins = line + String.valueOf(ImportText.CELL);
        return transaction
                .createQuery(CHUNK_OF)
                .bind(0, importId)
                .bind(1, ImportText.ROW + begins)
                .bind(2, begins + "%")
                .map((row, context) -> new Chunk(row.getInt("place"), ImportText.read(row.getString("content"))))
                .findOne();
    }
}
