package vn.kientao.reform.procedures.store.completion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.DeadlineUnit;
import vn.kientao.reform.procedures.domain.Gap;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.completion.Completion;

/** Keeps what people completed. */
public final class CompletionStore {
    private static final String COLUMNS = """
            SELECT place, kind, field, content, amount, unit, originals, copies, words, source,
                   completed_by, who, completed_at
              FROM procedures.gap_completion
            """;
    private static final String OF_VERSION = COLUMNS + " WHERE version_id = ? ORDER BY version_id, place";
    private static final String OF_GAP = COLUMNS + " WHERE version_id = ? AND place = ?";
    private static final String EARLIER = COLUMNS + """
             WHERE code = ? AND kind = ? AND field = ? AND content = ?
             ORDER BY code, kind, version_id DESC
             FETCH FIRST 1 ROWS ONLY
            """;
    private static final String INSERT = """
            INSERT INTO procedures.gap_completion (
                   version_id, place, code, kind, field, content, amount, unit, originals, copies, words, source,
                   completed_by, who, completed_at)
            VALUES (:version, :place, :code, :kind, :field, :content, :amount, :unit, :originals, :copies, :words,
                   :source, :by, :who, :at)
            """;
    private static final String DONE = """
            UPDATE procedures.procedure_gap
               SET state = 'DONE'
             WHERE version_id = ? AND place = ? AND state = 'OPEN'
            """;

    /** Those of a version, in the order of its gaps. */
    public List<Completion> of(Handle handle, long versionId) {
        return handle.createQuery(OF_VERSION)
                .bind(0, versionId)
                .map((row, context) -> completion(row))
                .list();
    }

    public Optional<Completion> find(Handle handle, long versionId, int place) {
        return handle.createQuery(OF_GAP)
                .bind(0, versionId)
                .bind(1, place)
                .map((row, context) -> completion(row))
                .findOne();
    }

    /** What was completed where an earlier version of the procedure said the same in the same place. */
    public Optional<Completion> earlier(Handle handle, String code, Gap gap) {
        return handle.createQuery(EARLIER)
                .bind(0, code)
                .bind(1, gap.kind().name())
                .bind(2, gap.field())
                .bind(3, gap.text())
                .map((row, context) -> completion(row))
                .findOne();
    }

    /** Keeps it; false when somebody has completed the gap, or its version is not the current one any more. */
    public boolean insert(Handle transaction, long versionId, String code, Completion made) {
        if (transaction.execute(DONE, versionId, made.place()) != 1) {
            return false;
        }
        transaction
                .createUpdate(INSERT)
                .bind("version", versionId)
                .bind("place", made.place())
                .bind("code", code)
                .bind("kind", made.gap().kind().name())
                .bind("field", made.gap().field())
                .bind("content", made.gap().text())
                .bind("amount", made.amount().orElse(null))
                .bind("unit", made.unit().map(Enum::name).orElse(null))
                .bind("originals", made.originals().orElse(null))
                .bind("copies", made.copies().orElse(null))
                .bind("words", made.words())
                .bind("source", made.source())
                .bind("by", made.account())
                .bind("who", made.who())
                .bind("at", made.at().atOffset(ZoneOffset.UTC))
                .execute();
        return true;
    }

    private static Completion completion(ResultSet row) throws SQLException {
        return new Completion(
                row.getInt("place"),
                new Gap(GapKind.valueOf(row.getString("kind")), row.getString("field"), row.getString("content")),
                Optional.ofNullable(row.getBigDecimal("amount")),
                Optional.ofNullable(row.getString("unit")).map(DeadlineUnit::valueOf),
                Optional.ofNullable(row.getObject("originals", Integer.class)),
                Optional.ofNullable(row.getObject("copies", Integer.class)),
                row.getString("words"),
                row.getString("source"),
                row.getString("completed_by"),
                row.getString("who"),
                row.getObject("completed_at", OffsetDateTime.class).toInstant());
    }
}
