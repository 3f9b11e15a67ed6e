package vn.kientao.platform.security.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.platform.security.domain.Delegation;
import vn.kientao.platform.security.domain.NewDelegation;

/** Posts that are lent, in {@code security.delegation}. */
public final class DelegationRepository {
    private static final String COLUMNS = """
            SELECT p.id, p.account, p.role, p.agency, p.unit, p.valid_from, p.valid_to, p.granted_at, p.granted_by,
                   p.ended_at, p.ended_by, d.id AS lent_id, d.delegate, d.valid_from AS lent_from,
                   d.valid_to AS lent_to, d.reason, d.created_at AS lent_at, d.ended_at AS lent_ended
              FROM security.delegation d
              JOIN security.post p ON p.id = d.post
            """;

    public long add(Handle handle, NewDelegation delegation, Instant at) {
        return handle.createUpdate("""
                INSERT INTO security.delegation (post, delegate, valid_from, valid_to, reason, created_at)
                VALUES (:post, :delegate, :from, :to, :reason, :at)
                """)
                .bind("post", delegation.post())
                .bind("delegate", delegation.delegate())
                .bind("from", delegation.from())
                .bind("to", delegation.to())
                .bind("reason", delegation.reason())
                .bind("at", SecurityStore.utc(at))
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
    }

    public Optional<Delegation> find(Handle handle, long id) {
        return list(handle.createQuery(COLUMNS + " WHERE d.id = :id").bind("id", id)).stream()
                .findFirst();
    }

    /** Those of the account's own posts, newest first. */
    public List<Delegation> by(Handle handle, long holder) {
        return list(handle.createQuery(COLUMNS + " WHERE p.account = :holder ORDER BY d.id DESC")
                .bind("holder", holder));
    }

    /** Those to the account whose last day has not passed, newest first. */
    public List<Delegation> to(Handle handle, long delegate, LocalDate today) {
        return list(handle.createQuery(
                        COLUMNS + " WHERE d.delegate = :delegate AND d.valid_to >= :today ORDER BY d.id DESC")
                .bind("delegate", delegate)
                .bind("today", today));
    }

    /** Those of posts in the agency, newest first. */
    public List<Delegation> in(Handle handle, String agency, int limit) {
        return list(handle.createQuery(
                        COLUMNS + " WHERE p.agency = :agency ORDER BY d.id DESC FETCH FIRST :limit ROWS ONLY")
                .bind("agency", agency)
                .bind("limit", limit));
    }

    /** Those of the post. */
    public List<Delegation> of(Handle handle, long post) {
        return list(handle.createQuery(COLUMNS + " WHERE d.post = :post").bind("post", post));
    }

    public boolean end(Handle handle, long id, Instant at) {
        return handle.createUpdate("""
                UPDATE security.delegation
                   SET ended_at = :at
                 WHERE id = :id AND ended_at IS NULL
                """)
                        .bind("at", SecurityStore.utc(at))
                        .bind("id", id)
                        .execute()
                > 0;
    }

    private static List<Delegation> list(Query query) {
        return query.map((row, context) -> delegation(row)).list();
    }

    private static Delegation delegation(ResultSet row) throws SQLException {
        return new Delegation(
                row.getLong("lent_id"),
                PostRepository.post(row),
                row.getLong("delegate"),
                row.getObject("lent_from", LocalDate.class),
                row.getObject("lent_to", LocalDate.class),
                row.getString("reason"),
                row.getObject("lent_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("lent_ended", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
