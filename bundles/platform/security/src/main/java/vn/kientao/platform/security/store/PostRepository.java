package vn.kientao.platform.security.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.platform.security.domain.NewPost;
import vn.kientao.platform.security.domain.Post;
import vn.kientao.platform.security.domain.RoleGrant;

/** Who holds, has held and will hold which post, in {@code security.post}. */
public final class PostRepository {
    private static final String COLUMNS = """
            SELECT id, account, role, agency, unit, valid_from, valid_to, granted_at, granted_by, ended_at, ended_by
              FROM security.post
            """;

    /** The posts of an account, the first one given first. */
    public List<Post> of(Handle handle, long account) {
        return list(handle.createQuery(COLUMNS + " WHERE account = :account ORDER BY id")
                .bind("account", account));
    }

    /** The posts of several accounts, by account. */
    public Map<Long, List<Post>> of(Handle handle, Collection<Long> accounts) {
        if (accounts.isEmpty()) {
            return new HashMap<>();
        }
        return list(handle.createQuery(COLUMNS + " WHERE account IN (<accounts>) ORDER BY account, id")
                        .bindList("accounts", accounts))
                .stream()
                .collect(Collectors.groupingBy(Post::account));
    }

    public Optional<Post> find(Handle handle, long id) {
        return handle.createQuery(COLUMNS + " WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> post(row))
                .findOne();
    }

    public long add(Handle handle, long account, NewPost post, String by, Instant at) {
        return handle.createUpdate("""
                INSERT INTO security.post (account, role, agency, unit, valid_from, valid_to, granted_at, granted_by)
                VALUES (:account, :role, :agency, :unit, :from, :to, :at, :by)
                """)
                .bind("account", account)
                .bind("role", post.grant().role())
                .bind("agency", post.grant().agency().orElse(""))
                .bind("unit", post.unit())
                .bind("from", post.from())
                .bind("to", post.to().orElse(null))
                .bind("at", SecurityStore.utc(at))
                .bind("by", by)
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
    }

    /** Takes the post away at this moment. */
    public void endAtOnce(Handle handle, long id, String by, Instant at) {
        handle.createUpdate("""
                UPDATE security.post
                   SET ended_at = :at, ended_by = :by
                 WHERE id = :id AND ended_at IS NULL
                """)
                .bind("at", SecurityStore.utc(at))
                .bind("by", by)
                .bind("id", id)
                .execute();
    }

    /** Gives the post a last day. */
    public void endOn(Handle handle, long id, String by, LocalDate last) {
        handle.createUpdate("""
                UPDATE security.post
                   SET valid_to = :last, ended_by = :by
                 WHERE id = :id
                """)
                .bind("last", last)
                .bind("by", by)
                .bind("id", id)
                .execute();
    }

    /** Whether somebody who may sign in holds the role everywhere on the day, and without a last day. */
    public boolean heldForGood(Handle handle, String role, LocalDate day) {
        return handle.createQuery("""
                SELECT p.account
                  FROM security.post p
                  JOIN security.account a ON a.id = p.account
                 WHERE p.agency = '' AND p.role = :role AND p.ended_at IS NULL
                   AND p.valid_from <= :day AND p.valid_to IS NULL AND a.disabled = FALSE
                 FETCH FIRST 1 ROWS ONLY
                """)
                .bind("role", role)
                .bind("day", day)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
    }

    /** Account id → name of those who hold one of the roles in the agency on that day, in order of the names. */
    public Map<String, String> holders(
            Handle handle, String agency, Collection<String> roles, LocalDate day, int most) {
        Map<String, String> holders = new LinkedHashMap<>();
        handle.createQuery("""
                SELECT DISTINCT a.id, a.name, a.folded
                  FROM security.post p
                  JOIN security.account a ON a.id = p.account
                 WHERE p.agency = :agency AND p.role IN (<roles>) AND p.ended_at IS NULL
                   AND p.valid_from <= :day AND (p.valid_to IS NULL OR p.valid_to >= :day) AND a.disabled = FALSE
                 ORDER BY a.folded, a.id
                 FETCH FIRST :most ROWS ONLY
                """)
                .bind("agency", agency)
                .bindList("roles", List.copyOf(roles))
                .bind("day", day)
                .bind("most", most)
                .map((row, context) -> Map.entry(row.getString("id"), row.getString("name")))
                .forEach(entry -> holders.put(entry.getKey(), entry.getValue()));
        return holders;
    }

    /** The units that posts of the agency name, in order. */
    public List<String> units(Handle handle, String agency) {
        return handle.createQuery("""
                SELECT DISTINCT unit
                  FROM security.post
                 WHERE agency = :agency AND unit <> ''
                 ORDER BY unit
                """)
                .bind("agency", agency)
                .mapTo(String.class)
                .list();
    }

    private static List<Post> list(Query query) {
        return query.map((row, context) -> post(row)).list();
    }

    static Post post(ResultSet row) throws SQLException {
        return new Post(
                row.getLong("id"),
                row.getLong("account"),
                new RoleGrant(
                        row.getString("role"),
                        Optional.of(row.getString("agency")).filter(agency -> !agency.isEmpty())),
                row.getString("unit"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                row.getString("granted_by"),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("ended_by")));
    }
}
