package vn.kientao.itests.security;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A fingerprint of every table of the product's database. */
record Tables(Map<String, String> fingerprints) {

    static Tables of(String jdbcUrl) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("""
                    SELECT table_schema || '.' || table_name
                      FROM information_schema.tables
                     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
                    """)) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            Map<String, String> found = new TreeMap<>();
            for (String name : names) {
                try (ResultSet rows = statement.executeQuery("SELECT count(*) || ' rows ' || "
                        + "coalesce(sum(hashtextextended(t::text, 7)::numeric), 0) FROM " + name + " t")) {
                    rows.next();
                    found.put(name, rows.getString(1));
                }
            }
            return new Tables(found);
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be read", e);
        }
    }

    /** How many rows the product's own database user sees while it says to work for {@code agency}. */
    static long visible(String jdbcUrl, String agency, String table) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "kientao", "kientao");
                Statement statement = connection.createStatement()) {
            statement.execute("SET kientao.agencies = '" + agency + "'");
            try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(table + " cannot be counted", e);
        }
    }

    /** The tables in which something differs. */
    Set<String> changedUntil(Tables later) {
        Set<String> changed = new TreeSet<>();
        later.fingerprints.forEach((name, fingerprint) -> {
            if (!fingerprint.equals(fingerprints.get(name))) {
                changed.add(name);
            }
        });
        return changed;
    }
}
