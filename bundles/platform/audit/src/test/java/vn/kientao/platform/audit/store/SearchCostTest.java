package vn.kientao.platform.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.audit.app.TrailQuery;
import vn.kientao.platform.audit.store.SearchRepository.Looked;
import vn.kientao.platform.testing.OnEachDatabase;

/**
 * However long the trail is, a page of it costs a page: the database itself counts the rows that it reads for one, by
 * {@code EXPLAIN ANALYZE}. {@code -Drows=1000000} for a longer trail; the time of a page is printed.
 */
@OnEachDatabase("audit")
class SearchCostTest {
    private static final int ROWS = Integer.getInteger("rows", 20_000);
    private static final int PAGE = 50;
    private static final int TIMES = 10;
    private static final int WINDOW = 50_000;
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    private final Database database;
    private final boolean postgres;

    SearchCostTest(Database database) {
        this.database = database;
        this.postgres = database.read(
                handle -> "PostgreSQL".equals(handle.queryMetadata(java.sql.DatabaseMetaData::getDatabaseProductName)));
    }

    @Test
    void aPageOfALongTrailReadsABoundedNumberOfRows() {
        fill();
        Map<String, TrailQuery> searches = new LinkedHashMap<>();
        searches.put("all", query("", "", "", "", Optional.empty(), Optional.empty()));
        searches.put("account", query("a7", "", "", "", Optional.empty(), Optional.empty()));
        searches.put("agency", query("", "AG3", "", "", Optional.empty(), Optional.empty()));
        searches.put("action", query("", "", "procedures.act5", "", Optional.empty(), Optional.empty()));
        searches.put("agency and action", query("", "AG3", "procedures.act5", "", Optional.empty(), Optional.empty()));
        searches.put("object", query("", "", "", "H17", Optional.empty(), Optional.empty()));
        searches.put("from", query("", "", "", "", Optional.of(moment(ROWS / 2)), Optional.empty()));
        searches.put("until", query("", "", "", "", Optional.empty(), Optional.of(moment(ROWS / 2))));

        searches.forEach((name, query) -> database.read(handle -> {
            for (long below : new long[] {Long.MAX_VALUE - 1, ROWS / 3L}) {
                Looked looked = SearchRepository.looked(handle, query, 0, below, true);
                assertThat(read(handle, looked))
                        .as("rows read for a page of '%s' below %s", name, below)
                        .isLessThanOrEqualTo(most(name));
            }
            return name;
        }));
        searches.forEach((name, query) -> time(name, query, 0));
    }

    /** Words have no index; {@code Trail} looks for them in so many entries at a time, and a page goes on from there. */
    @Test
    void wordsThatStandNowhereAreLookedForInAWindowOnly() {
        fill();
        int window = Math.min(WINDOW, ROWS / 4);
        TrailQuery query = words("nowhere");
        database.read(handle -> {
            Looked looked = SearchRepository.looked(handle, query, ROWS - window, Long.MAX_VALUE - 1, true);
            assertThat(read(handle, looked)).isLessThanOrEqualTo(window + 2L);
            return looked;
        });
        time("words in none of " + window, query, ROWS - window);
        time("words in every entry", words("procedures"), ROWS - window);
    }

    private static TrailQuery words(String words) {
        Optional<String> none = Optional.empty();
        return new TrailQuery(
                none, none, none, none, none, none, Optional.empty(), Optional.empty(), Optional.of(words));
    }

    /**
     * Twice a page; for what ended at a moment, also the entries of the ten minutes after it, a second apart here.
     * PostgreSQL prefers to walk along the trail itself when a filter lets a tenth or a twentieth of it
     * through; that costs a page divided by that share, which does not grow with the trail either.
     */
    private long most(String name) {
        boolean broad = postgres && (name.equals("agency") || name.equals("action"));
        long slack = name.equals("until") ? 600 : 0;
        return broad ? 2L * PAGE * 20 : 2L * PAGE + 2 + slack;
    }

    private void time(String name, TrailQuery query, long above) {
        SearchRepository search = new SearchRepository();
        database.read(handle -> search.find(handle, query, above, Long.MAX_VALUE - 1, true, PAGE));
        long begun = System.nanoTime();
        for (int i = 0; i < TIMES; i++) {
            database.read(handle -> search.find(handle, query, above, Long.MAX_VALUE - 1, true, PAGE));
        }
        System.out.printf(
                "%s, %d entries, page of '%s': %.2f ms%n",
                postgres ? "PostgreSQL" : "H2", ROWS, name, (System.nanoTime() - begun) / (TIMES * 1e6));
    }

    private long read(Handle handle, Looked looked) {
        String explain = postgres ? "EXPLAIN (ANALYZE, FORMAT JSON) " : "EXPLAIN ANALYZE ";
        String plan = handle.createQuery(explain + looked.sql())
                .bindMap(looked.values())
                .bind("most", PAGE + 1)
                .mapTo(String.class)
                .one();
        if (postgres) {
            return scanned(json(plan).path(0).path("Plan"));
        }
        Matcher counts = SCANNED.matcher(plan);
        assertThat(counts.find()).as(plan).isTrue();
        return Long.parseLong(counts.group(1));
    }

    /** Rows that the leaves of the plan have looked at, those that did not fit included. */
    private static long scanned(JsonNode node) {
        long rows = 0;
        if (node.path("Plans").isEmpty()) {
            rows += Math.round(node.path("Actual Rows").asDouble()
                            * node.path("Actual Loops").asDouble(1))
                    + node.path("Rows Removed by Filter").asLong()
                    + node.path("Rows Removed by Index Recheck").asLong();
        }
        for (JsonNode inner : node.path("Plans")) {
            rows += scanned(inner);
        }
        return rows;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Entries a second apart: 100 accounts, 10 agencies, 20 actions, 1,000 dossiers. */
    private void fill() {
        String numbers = postgres ? "generate_series(1, " + ROWS + ") AS s(n)" : "SYSTEM_RANGE(1, " + ROWS + ") s(n)";
        database.write(handle -> handle.execute("""
                INSERT INTO audit.entry (sequence, at, account, acting_for, agency, address, module, module_release,
                                         action, object_type, object_id, detail, before_state, after_state, reason,
                                         request_id, key_id, mac, hash, folded)
                SELECT n, TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00:00' + n * INTERVAL '1' SECOND,
                       'a' || MOD(n, 100), '', 'AG' || MOD(n, 10), '10.0.0.7', 'procedures', '1.0.0',
                       'procedures.act' || MOD(n / 10, 20), 'dossier', 'H' || MOD(n, 1000), '{}', '', '', '',
                       'r', 'k', 'm', 'h', 'procedures act'
                  FROM %s
                """.formatted(numbers)));
        database.write(handle -> handle.execute("UPDATE audit.head SET sequence = ? WHERE id = 1", ROWS));
        if (postgres) {
            database.write(handle -> handle.execute("ANALYZE audit.entry"));
        }
    }

    private static Instant moment(int sequence) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(sequence);
    }

    private static TrailQuery query(
            String account,
            String agency,
            String action,
            String object,
            Optional<Instant> from,
            Optional<Instant> until) {
        return new TrailQuery(
                given(account),
                given(agency),
                Optional.empty(),
                given(action),
                given(object).map(some -> "dossier"),
                given(object),
                from,
                until,
                Optional.empty());
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
