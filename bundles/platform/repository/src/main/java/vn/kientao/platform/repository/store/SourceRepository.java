package vn.kientao.platform.repository.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import vn.kientao.platform.api.module.Repositories.Source;

/** Reads and writes {@code repository.source}. */
public final class SourceRepository {
    private static final String ALL = """
            SELECT name, location, added_at, added_by
              FROM repository.source
             ORDER BY name
            """;
    private static final String FIND = """
            SELECT name, location, added_at, added_by
              FROM repository.source
             WHERE name = ?
            """;
    private static final String ADD = """
            INSERT INTO repository.source (name, location, added_at, added_by)
            VALUES (?, ?, ?, ?)
            """;
    private static final String REMOVE = """
            DELETE FROM repository.source
             WHERE name = ?
            """;
    private static final RowMapper<Source> SOURCE = (row, context) -> new Source(
            row.getString("name"),
            row.getString("location"),
            row.getObject("added_at", OffsetDateTime.class).toInstant(),
            row.getString("added_by"));

    public List<Source> all(Handle h) {
        return h.createQuery(ALL).map(SOURCE).list();
    }

    public Optional<Source> find(Handle h, String name) {
        return h.createQuery(FIND).bind(0, name).map(SOURCE).findOne();
    }

    public void add(Handle h, Source source) {
        h.createUpdate(ADD)
                .bind(0, source.name())
                .bind(1, source.location())
                .bind(2, source.addedAt().atOffset(ZoneOffset.UTC))
                .bind(3, source.addedBy())
                .execute();
    }

    /** Whether there was one. */
    public boolean remove(Handle h, String name) {
        return h.createUpdate(REMOVE).bind(0, name).execute() == 1;
    }
}
