package vn.kientao.reform.procedures.store.rating;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.rating.Answers;
import vn.kientao.reform.procedures.domain.rating.Rating;

/** Keeps ratings and what moderators do to them. */
public final class RatingWriter {
    private static final long IDS = 1_000_000L;
    private static final String INSERT = """
            INSERT INTO procedures.rating (version, dossier_id, agency_code, dossier_code, procedure_name,
                   rated_at, newest_key, overall, remark, hidden)
            SELECT 1, :dossier, :agency, :code, :procedure, :at, 0, :overall, :remark, FALSE
             WHERE NOT EXISTS (SELECT 1 FROM procedures.rating WHERE dossier_id = :dossier)
            ON CONFLICT DO NOTHING
            """;
    private static final String ID = """
            SELECT id
              FROM procedures.rating
             WHERE dossier_id = ?
            """;
    private static final String PUT_IN_ORDER = """
            UPDATE procedures.rating
               SET newest_key = ?
             WHERE id = ?
            """;
    private static final String INSERT_ANSWER = """
            INSERT INTO procedures.rating_answer (rating_id, question_id, level_no)
            VALUES (?, ?, ?)
            """;
    private static final String MODERATE = """
            UPDATE procedures.rating
               SET hidden = ?, version = version + 1
             WHERE id = ? AND version = ?
            """;
    private static final String INSERT_MODERATION = """
            INSERT INTO procedures.rating_moderation (rating_id, version, happened, account, who, hidden, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    /** Keeps the rating of a dossier and returns its id; empty when the dossier has one already. */
    public Optional<Long> insert(Handle transaction, Dossier dossier, Answers answers, LocalDateTime at) {
        int made = transaction
                .createUpdate(INSERT)
                .bind("dossier", dossier.id())
                .bind("agency", dossier.agency())
                .bind("code", dossier.code().toString())
                .bind("procedure", dossier.procedure().name())
                .bind("at", at)
                .bind("overall", answers.overall())
                .bind("remark", answers.remark())
                .execute();
        if (made == 0) {
            return Optional.empty();
        }
        long id = transaction
                .createQuery(ID)
                .bind(0, dossier.id())
                .map((row, context) -> row.getLong("id"))
                .one();
        transaction.execute(PUT_IN_ORDER, newestKey(at, id), id);
        answers.contents().forEach((question, level) -> transaction.execute(INSERT_ANSWER, id, question, level));
        return Optional.of(id);
    }

    /** Hides or shows the remark; false when somebody else changed it meanwhile. */
    public boolean moderate(Handle transaction, Rating rating, Rating.Moderation moderation) {
        if (transaction.execute(MODERATE, moderation.hidden(), rating.id(), rating.version()) == 0) {
            return false;
        }
        transaction.execute(
                INSERT_MODERATION,
                rating.id(),
                rating.version() + 1,
                moderation.at(),
                moderation.account(),
                moderation.who(),
                moderation.hidden(),
                moderation.reason());
        return true;
    }

    /** Newest first, no two alike. */
    static long newestKey(LocalDateTime at, long id) {
        return -(from(at) + id % IDS);
    }

    /** The key of what was rated at that second and of nothing before. */
    public static long from(LocalDateTime at) {
        return at.toEpochSecond(ZoneOffset.UTC) * IDS;
    }
}
