package vn.kientao.reform.procedures.store.publication;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.reform.procedures.domain.publication.ListedPublication;

/** Lists publications: one statement a page, which reads from an index just the rows of the page. */
public final class PublicationLists {
    static final String PAGE = PublicationStore.COLUMNS + """
             WHERE <filters> AND list_key BETWEEN :first AND :last
             ORDER BY <order>, list_key
             FETCH FIRST :size ROWS ONLY
            """;
    private static final String COUNT = """
            SELECT COUNT(*) AS publications
              FROM (SELECT list_key
                      FROM procedures.publication
                     WHERE <filters> AND list_key BETWEEN :first AND :last
                     FETCH FIRST :size ROWS ONLY) AS counted
            """;

    public List<ListedPublication> page(Handle handle, PublicationQuery query, int size) {
        return prepared(handle, PAGE, query, size)
                .map((row, context) ->
                        new ListedPublication(PublicationStore.publication(row), row.getLong("list_key")))
                .list();
    }

    /** How many there are, counted no further than {@code most}. */
    public int count(Handle handle, PublicationQuery query, int most) {
        return prepared(handle, COUNT, query, most)
                .map((row, context) -> row.getInt("publications"))
                .one();
    }

    static Query prepared(Handle handle, String sql, PublicationQuery query, int size) {
        boolean byState = query.state().isPresent();
        String range = byState ? "state = :state" : "running = :running";
        String agency = query.agency().isPresent() ? "agency_code = :agency AND " : "";
        String order = (query.agency().isPresent() ? "agency_code, " : "") + (byState ? "state" : "running");
        Query prepared = handle.createQuery(sql)
                .define("filters", agency + range)
                .define("order", order)
                .bind("first", query.firstKey())
                .bind("last", query.lastKey())
                .bind("size", size);
        query.agency().ifPresent(code -> prepared.bind("agency", code));
        return byState ? prepared.bind("state", query.state().get().name()) : prepared.bind("running", query.running());
    }
}
