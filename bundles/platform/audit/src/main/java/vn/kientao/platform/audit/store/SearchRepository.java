package vn.kientao.platform.audit.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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

    private static final String COLUMNS = """
            SELECT sequence, at, account, acting_for, agency, address, module, module_release, action, object_type,
                   object_id, detail, before_state, after_state, reason, request_id, key_id, mac, hash
              FROM audit.entry
            """;

    /** The entries between two sequences, both excluded: the highest ones first, or the lowest ones first. */
    public List<Link> find(Handle handle, TrailQuery query, long above, long below, boolean highest, int most) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = new ArrayList<>(List.of("sequence > :above", "sequence < :below"));
        values.put("above", Math.max(above, lowest(handle, query.from()) - 1));
        values.put("below", Math.min(below, highest(handle, query.until()) + 1));
        query.account().ifPresent(one -> equal("account", one, conditions, values));
        query.agency().ifPresent(one -> equal("agency", one, conditions, values));
        query.module().ifPresent(one -> equal("module", one, conditions, values));
        query.objectType().ifPresent(one -> equal("object_type", one, conditions, values));
        query.objectId().ifPresent(one -> equal("object_id", one, conditions, values));
        query.action().ifPresent(one -> equal("action", one, conditions, values));
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
        return handle.createQuery(COLUMNS + " WHERE " + String.join(" AND ", conditions) + " ORDER BY sequence "
                        + (highest ? "DESC" : "ASC") + " FETCH FIRST :most ROWS ONLY")
                .bindMap(values)
                .bind("most", most)
                .map((row, context) -> new Link(row.getLong("sequence"), EntryRows.entry(row), row.getString("hash")))
                .list();
    }

    public Optional<Link> one(Handle handle, long sequence) {
        return handle.createQuery(COLUMNS + " WHERE sequence = :sequence")
                .bind("sequence", sequence)
                .map((row, context) -> new Link(row.getLong("sequence"), EntryRows.entry(row), row.getString("hash")))
                .findOne();
    }

    private static void equal(String column, String value, List<String> conditions, Map<String, Object> values) {
        conditions.add(column + " = :" + column);
        values.put(column, value);
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
