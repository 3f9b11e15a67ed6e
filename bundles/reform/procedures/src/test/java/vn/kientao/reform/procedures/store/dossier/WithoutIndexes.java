package vn.kientao.reform.procedures.store.dossier;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Database.Dialect;

/** Takes the indexes of the module's tables away while many rows are written, except those of keys, and makes them anew. */
final class WithoutIndexes implements AutoCloseable {
    private static final String POSTGRES = """
            SELECT indexname AS name, indexdef AS definition
              FROM pg_indexes
             WHERE schemaname = 'procedures' AND tablename IN (<tables>)
               AND indexname NOT IN (SELECT conname FROM pg_constraint)
            """;
    private static final String H2 = """
            SELECT i.index_name AS name,
                   'CREATE INDEX procedures.' || i.index_name || ' ON procedures.' || i.table_name || ' ('
                   || LISTAGG(c.column_name || ' ' || c.ordering_specification, ', ') WITHIN GROUP (ORDER BY c.ordinal_position)
                   || ')' AS definition
              FROM information_schema.indexes i
              JOIN information_schema.index_columns c
                ON c.index_schema = i.index_schema AND c.index_name = i.index_name
             WHERE LOWER(i.table_schema) = 'procedures' AND LOWER(i.table_name) IN (<tables>)
               AND i.index_type_name = 'INDEX' AND i.is_generated = FALSE
             GROUP BY i.index_name, i.table_name
            """;

    private final Database database;
    private final List<String> definitions;

    WithoutIndexes(Database database, List<String> tables) {
        this.database = database;
        List<Map.Entry<String, String>> indexes =
                database.read(handle -> handle.createQuery(database.dialect() == Dialect.H2 ? H2 : POSTGRES)
                        .bindList("tables", tables)
                        .map((row, context) -> Map.entry(row.getString("name"), row.getString("definition")))
                        .list());
        definitions = indexes.stream().map(Map.Entry::getValue).toList();
        indexes.forEach(index -> run("DROP INDEX procedures." + index.getKey()));
    }

    @Override
    public void close() {
        definitions.forEach(this::run);
    }

    private void run(String sql) {
        database.write(handle -> execute(handle, sql));
    }

    private static int execute(Handle handle, String sql) {
        return handle.execute(sql);
    }
}
