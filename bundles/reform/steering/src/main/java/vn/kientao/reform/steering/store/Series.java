package vn.kientao.reform.steering.store;

import org.jdbi.v3.core.Handle;

/** Hands out the numbers of series from {@code steering.series}, each once; whoever takes one holds the series until the commit. */
public final class Series {
    private static final String NEXT = "UPDATE steering.series SET last_used = last_used + 1 WHERE name = ?";
    private static final String BEGIN = """
            INSERT INTO steering.series (name, last_used)
            SELECT CAST(? AS VARCHAR(100)), 0
             WHERE NOT EXISTS (SELECT 1 FROM steering.series WHERE name = ?)
            """;
    private static final String LAST = "SELECT last_used FROM steering.series WHERE name = ?";

    /** The next number of the series, from 1. */
    public long next(Handle transaction, String name) {
        if (transaction.execute(NEXT, name) == 0) {
            transaction.execute(BEGIN, name, name);
            transaction.execute(NEXT, name);
        }
        return transaction
                .createQuery(LAST)
                .bind(0, name)
                .map((row, context) -> row.getLong("last_used"))
                .one();
    }
}
