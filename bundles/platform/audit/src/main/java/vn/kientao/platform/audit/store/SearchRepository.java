package vn.kientao.platform.audit.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.audit.app.TrailQuery;
import vn.kientao.platform.audit.chain.EntryRows;
import vn.kientao.platform.audit.chain.Link;

/** Looks entries up in {@code audit.entry}, by sequence, so that any number of them is searched page by page. */
public final class SearchRepository {
    /** Sequences follow the time of recording but for transactions that were open this long. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    /** The columns of the indexes before the sequence, the narrowest first. */
    private static final List<List<String>> INDEXES = List.of(
            List.of("object_type", "object_id"),
            List.of("account"),
            List.of("agency", "action"),
            List.of("agency"),
            List.of("action"),
            List.of("module"));

    private static final String COLUMNS = """
            SELECT sequence, at, account, acting_for, agency, address, module, module_release, action, object_type,
                   object_id, detail, before_state, after_state, reason, request_id, key_id, mac, hash
              FROM audit.entry
            """;

    /** The entries between two sequences, both excluded: the highest ones first, or the lowest ones first. */
    public List<Link> find(Handle handle, TrailQuery query, long above, long below, boolean highest, int most) {
        Looked looked = looked(handle, query, above, below, highest);
        return handle.createQuery(looked.sql())
                .bindMap(looked.values())
                .bind("most", most)
                .map((row, context) -> new Link(row.getLong("sequence"), EntryRows.entry(row), row.getString("hash")))
                .list();
    }

    /** A statement and the values of its parameters but {@code most}. */
    record Looked(String sql, Map<String, Object> values) {}

    /**
     * Walks along the index of the narrowest filter: its columns stand first in the order, because H2 reads in order of an
     * index only then.
     */
    static Looked looked(Handle handle, TrailQuery query, long above, long below, boolean highest) {
        Map<String, String> given = given(query);
        List<String> lead = lead(given);
        Map<String, Object> values = new HashMap<>(given);
        values.put("above", Math.max(above, lowest(handle, query.from()) - 1));
        values.put("below", Math.min(below, highest(handle, query.until()) + 1));
        List<String> conditions = new ArrayList<>(List.of("sequence > :above", "sequence < :below"));
        given.keySet().forEach(column -> conditions.add(column + " = :" + column));
        query.from().ifPresent(moment -> {
            conditions.add("at >= :from");
            values.put("from", AuditStore.utc(moment));
        });
        query.until().ifPresent(moment -> {
            conditions.add("at < :until");
            values.put("until", AuditStore.utc(moment));
        });
        query.words().ifPresent(words -> {
            conditions.add("folded LIKE :words ESCAPE '!'");
            values.put("words", "%" + Folding.fold(words).replaceAll("([!%_])", "!$1") + "%");
        });
        String direction = highest ? " DESC" : " ASC";
        List<String> order = new ArrayList<>(lead);
        order.add("sequence");
        String sql = COLUMNS + " WHERE " + String.join(" AND ", conditions) + " ORDER BY "
                + String.join(direction + ", ", order) + direction + " FETCH FIRST :most ROWS ONLY";
        return new Looked(sql, values);
    }

    /** Column to value of what has to be equal. */
    private static Map<String, String> given(TrailQuery query) {
        Map<String, String> given = new LinkedHashMap<>();
        query.account().ifPresent(one -> given.put("account", one));
        query.agency().ifPresent(one -> given.put("agency", one));
        query.module().ifPresent(one -> given.put("module", one));
        query.objectType().ifPresent(one -> given.put("object_type", one));
        query.objectId().ifPresent(one -> given.put("object_id", one));
        query.action().ifPresent(one -> given.put("action", one));
        return given;
    }

    private static List<String> lead(Map<String, String> given) {
        return INDEXES.stream()
                .filter(columns -> given.keySet().containsAll(columns))
                .findFirst()
                .orElse(List.of());
    }

    public Optional<Link> one(Handle handle, long sequence) {
        return handle.createQuery(COLUMNS + " WHERE sequence = :sequence")
                .bind("sequence", sequence)
                .map((row, context) -> new Link(row.getLong("sequence"), EntryRows.entry(row), row.getString("hash")))
                .findOne();
    }

    /** The sequence from which on entries may be from that moment or later; no entry below it is. */
    public long lowestSince(Handle handle, Instant moment) {
        return lowest(handle, Optional.of(moment));
    }

    private static long lowest(Handle handle, Optional<Instant> from) {
        return from.map(moment -> handle.createQuery("""
                SELECT sequence FROM audit.entry WHERE at >= :at ORDER BY at, sequence FETCH FIRST 1 ROW ONLY
                """)
                        .bind("at", AuditStore.utc(moment.minus(SLACK)))
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(Long.MAX_VALUE - 1))
                .orElse(0L);
    }

    private static long highest(Handle handle, Optional<Instant> until) {
        return until.map(moment -> handle.createQuery("""
                SELECT sequence FROM audit.entry WHERE at < :at ORDER BY at DESC, sequence DESC FETCH FIRST 1 ROW ONLY
                """)
                        .bind("at", AuditStore.utc(moment.plus(SLACK)))
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(-1L))
                .orElse(Long.MAX_VALUE - 1);
    }
}
