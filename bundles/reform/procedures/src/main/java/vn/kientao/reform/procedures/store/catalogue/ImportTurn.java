package vn.kientao.reform.procedures.store.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Whose turn it is to commit an import: one at a time, in the whole cluster. The holder beats while it works; one that
 * has not beaten for {@link #SILENCE} is taken for dead and loses its turn.
 */
public final class ImportTurn {
    /** How long a holder may be silent. */
    public static final Duration SILENCE = Duration.ofMinutes(2);

    private static final String CLAIM = """
            UPDATE procedures.catalogue
               SET holder = :import, token = :token, beat_at = :now
             WHERE id = 1
               AND (holder IS NULL OR holder = :import OR beat_at < :dead)
            """;
    private static final String BEAT = """
            UPDATE procedures.catalogue
               SET beat_at = :now
             WHERE id = 1 AND holder = :import AND token = :token
            """;
    private static final String END = """
            UPDATE procedures.catalogue
               SET holder = NULL, token = NULL, beat_at = NULL
             WHERE id = 1 AND holder = :import AND token = :token
            """;
    private static final String NEXT_GENERATION = """
            UPDATE procedures.catalogue
               SET generation = generation + 1
             WHERE id = 1
            """;
    private static final String BETWEEN_IMPORTS = """
            UPDATE procedures.catalogue
               SET generation = generation + 1, holder = NULL, token = NULL, beat_at = NULL
             WHERE id = 1
               AND (holder IS NULL OR beat_at < :dead)
            """;
    private static final String HOLDER = """
            SELECT holder
              FROM procedures.catalogue
             WHERE id = 1 AND holder IS NOT NULL
            """;

    /** Takes the turn; false when another import holds it. {@code token} tells two runs of one import apart. */
    public boolean claim(Handle transaction, long importId, String token, Instant now) {
        return transaction
                        .createUpdate(CLAIM)
                        .bind("import", importId)
                        .bind("token", token)
                        .bind("now", time(now))
                        .bind("dead", time(now.minus(SILENCE)))
                        .execute()
                == 1;
    }

    /** Shows that the holder lives; false when it has lost its turn. */
    public boolean beat(Handle transaction, long importId, String token, Instant now) {
        return transaction
                        .createUpdate(BEAT)
                        .bind("import", importId)
                        .bind("token", token)
                        .bind("now", time(now))
                        .execute()
                == 1;
    }

    /** Gives the turn back; nothing happens when it was lost before. */
    public void end(Handle transaction, long importId, String token) {
        transaction
                .createUpdate(END)
                .bind("import", importId)
                .bind("token", token)
                .execute();
    }

    /** Tells every reader that the catalogue has changed. */
    public void nextGeneration(Handle transaction) {
        transaction.execute(NEXT_GENERATION);
    }

    /**
     * Tells every reader that something else than an import changes the catalogue in this transaction; false while an
     * import holds the turn.
     */
    public boolean changeBetweenImports(Handle transaction, Instant now) {
        return transaction
                        .createUpdate(BETWEEN_IMPORTS)
                        .bind("dead", time(now.minus(SILENCE)))
                        .execute()
                == 1;
    }

    /** The import that holds the turn. */
    public Optional<Long> holder(Handle handle) {
        return handle.createQuery(HOLDER)
                .map((row, context) -> row.getLong("holder"))
                .findOne();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
