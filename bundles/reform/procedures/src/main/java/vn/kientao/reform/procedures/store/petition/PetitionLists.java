package vn.kientao.reform.procedures.store.petition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.reform.procedures.domain.petition.PetitionFilter;
import vn.kientao.reform.procedures.domain.petition.PetitionRow;
import vn.kientao.reform.procedures.domain.petition.PetitionState;
import vn.kientao.reform.procedures.domain.petition.PublishedPetition;

/** Lists petitions: an agency's register, and what everybody may read. */
public final class PetitionLists {
    static final String PAGE = """
            SELECT id, list_key, kind, sender_name, title, received_at, due_at, state, assigned_to, ended_at, published
              FROM procedures.petition
             WHERE agency_code = :agency AND running = :running AND list_key > :after
               <filters>
             ORDER BY <order>
             FETCH FIRST :size ROWS ONLY
            """;
    private static final String COUNT = """
            SELECT COUNT(*) AS petitions
              FROM (SELECT list_key
                      FROM procedures.petition
                     WHERE agency_code = :agency AND running = :running AND list_key > :after
                       <filters>
                     FETCH FIRST :size ROWS ONLY) AS counted
            """;
    private static final String PUBLISHED = """
            SELECT id, agency_code, kind, published_at, public_title, public_content, public_answer
              FROM procedures.petition
             WHERE published = TRUE AND id < :before
               <filters>
             ORDER BY published, id DESC
             FETCH FIRST :size ROWS ONLY
            """;

    public List<PetitionRow> page(Handle handle, PetitionFilter filter, long after, int size) {
        return prepared(handle, PAGE, filter, after, size)
                .map((row, context) -> row(row))
                .list();
    }

    /** How many there are, counted no further than {@code most}. */
    public int count(Handle handle, PetitionFilter filter, int most) {
        return prepared(handle, COUNT, filter, Long.MIN_VALUE, most)
                .map((row, context) -> row.getInt("petitions"))
                .one();
    }

    /**
     * Published ones, newest first.
     *
     * @param words folded; all that was published of them contains it
     */
    public List<PublishedPetition> published(Handle handle, Optional<String> words, long before, int size) {
        Query query = handle.createQuery(PUBLISHED)
                .define("filters", words.isPresent() ? "AND public_search LIKE :words ESCAPE '!'" : "")
                .bind("before", before)
                .bind("size", size);
        words.ifPresent(some -> query.bind("words", like(some)));
        return query.map((row, context) -> new PublishedPetition(
                        row.getLong("id"),
                        row.getString("agency_code"),
                        row.getString("kind"),
                        PetitionReader.published(row)))
                .list();
    }

    private static Query prepared(Handle handle, String sql, PetitionFilter filter, long after, int size) {
        StringBuilder filters = new StringBuilder();
        filter.state().ifPresent(state -> filters.append(" AND state = :state"));
        filter.kind().ifPresent(kind -> filters.append(" AND kind = :kind"));
        filter.dueBefore().ifPresent(before -> filters.append(" AND list_key < :dueBefore AND state <> 'SUPPLEMENT'"));
        filter.words().ifPresent(words -> filters.append(" AND search_text LIKE :words ESCAPE '!'"));
        Query query = handle.createQuery(sql)
                .define("filters", filters.toString())
                .define("order", order(filter))
                .bind("agency", filter.agency())
                .bind("running", filter.running())
                .bind("after", after)
                .bind("size", size);
        filter.state().ifPresent(state -> query.bind("state", state.name()));
        filter.kind().ifPresent(kind -> query.bind("kind", kind));
        filter.dueBefore().ifPresent(before -> query.bind("dueBefore", PetitionKey.running(before, 0)));
        filter.words().ifPresent(words -> query.bind("words", like(words)));
        return query;
    }

    /** Equality columns first: H2 only then takes the order from the index. */
    private static String order(PetitionFilter filter) {
        if (filter.state().isPresent()) {
            return "agency_code, state, list_key";
        }
        return filter.kind().isPresent() ? "agency_code, running, kind, list_key" : "agency_code, running, list_key";
    }

    private static String like(String words) {
        return "%" + words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private static PetitionRow row(ResultSet row) throws SQLException {
        return new PetitionRow(
                row.getLong("id"),
                row.getLong("list_key"),
                row.getString("kind"),
                row.getString("sender_name"),
                row.getString("title"),
                row.getObject("received_at", LocalDateTime.class),
                row.getObject("due_at", LocalDateTime.class),
                PetitionState.valueOf(row.getString("state")),
                row.getString("assigned_to"),
                Optional.ofNullable(row.getObject("ended_at", LocalDateTime.class)),
                row.getBoolean("published"));
    }
}
