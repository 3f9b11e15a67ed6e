package vn.kientao.platform.web.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.MigrationScripts;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.web.draft.DraftKey;
import vn.kientao.platform.web.draft.Drafts;
import vn.kientao.platform.web.route.JsonMappers;

/** Drafts in the table {@code web.draft}. */
@Component(service = Drafts.class)
public final class DraftStore implements Drafts {
    private static final Logger log = LoggerFactory.getLogger(DraftStore.class);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration BETWEEN_PURGES = Duration.ofHours(1);

    private static final String FIND = """
            SELECT fields
              FROM web.draft
             WHERE owner = ? AND agency = ? AND module = ? AND form = ? AND updated_at > ?
            """;
    private static final String MAKE = """
            INSERT INTO web.draft (owner, agency, module, form, fields, updated_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String CHANGE = """
            UPDATE web.draft
               SET fields = ?, updated_at = ?
             WHERE owner = ? AND agency = ? AND module = ? AND form = ?
            """;
    private static final String DISCARD = """
            DELETE FROM web.draft
             WHERE owner = ? AND agency = ? AND module = ? AND form = ?
            """;
    private static final String PURGE = """
            DELETE FROM web.draft
             WHERE updated_at <= ?
            """;

    private final Database database;
    private final Clock clock;
    private final ObjectMapper json = JsonMappers.create();
    private final AtomicLong purgedAt = new AtomicLong();

    @Activate
    public DraftStore(@Reference Database database, @Reference Migrations migrations, @Reference Clock clock) {
        this(database, clock);
        migrations.expand("web", MigrationScripts.of(FrameworkUtil.getBundle(DraftStore.class)));
    }

    /** On a schema that is there already. */
    DraftStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Map<String, String>> find(DraftKey key) {
        Instant oldest = clock.instant().minus(KEPT);
        return database.read(handle -> handle.createQuery(FIND)
                        .bind(0, key.owner())
                        .bind(1, key.agency())
                        .bind(2, key.module())
                        .bind(3, key.form())
                        .bind(4, oldest.atOffset(ZoneOffset.UTC))
                        .map((row, context) -> row.getString("fields"))
                        .findOne())
                .map(this::fields);
    }

    @Override
    public void keep(DraftKey key, Map<String, String> fields) {
        String written = written(fields);
        Instant now = clock.instant();
        boolean purge = purgeIsDue(now);
        int thrownAway = database.write(handle -> {
            keep(handle, key, written, now);
            return purge ? handle.execute(PURGE, now.minus(KEPT).atOffset(ZoneOffset.UTC)) : 0;
        });
        if (thrownAway > 0) {
            log.info("Threw away {} drafts older than {} days", thrownAway, KEPT.toDays());
        }
    }

    /** Makes the row when it is missing, then writes it; two browser tabs at once do no harm. */
    private static void keep(Handle handle, DraftKey key, String fields, Instant now) {
        handle.execute(MAKE, key.owner(), key.agency(), key.module(), key.form(), fields, now.atOffset(ZoneOffset.UTC));
        handle.execute(
                CHANGE, fields, now.atOffset(ZoneOffset.UTC), key.owner(), key.agency(), key.module(), key.form());
    }

    private boolean purgeIsDue(Instant now) {
        long last = purgedAt.get();
        return last < now.minus(BETWEEN_PURGES).toEpochMilli() && purgedAt.compareAndSet(last, now.toEpochMilli());
    }

    @Override
    public void discard(DraftKey key) {
        if (find(key).isPresent()) {
            database.write(handle -> handle.execute(DISCARD, key.owner(), key.agency(), key.module(), key.form()));
        }
    }

    private String written(Map<String, String> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of text is always JSON", e);
        }
    }

    private Map<String, String> fields(String written) {
        try {
            return json.readValue(written, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft that is not what we wrote", e);
        }
    }
}
