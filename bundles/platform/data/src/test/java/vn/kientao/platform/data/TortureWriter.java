package vn.kientao.platform.data;

import vn.kientao.platform.api.data.Database;

/** Writes as the torture wants it: each transaction touches two tables and their indexes. */
final class TortureWriter {
    static final int WRITERS = 8;

    private final Database database;

    TortureWriter(Database database) {
        this.database = database;
    }

    /** The number of the writer's last entry. */
    long last(int writer) {
        return database.read(
                handle -> handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM torture.entry WHERE writer = ?")
                        .bind(0, writer)
                        .mapTo(Long.class)
                        .one());
    }

    void write(int writer, long number) {
        database.write(handle -> {
            handle.createUpdate("INSERT INTO torture.entry (writer, number, word, content) VALUES (?, ?, ?, ?)")
                    .bind(0, writer)
                    .bind(1, number)
                    .bind(2, Long.toHexString(Long.reverse(number * 31 + writer)))
                    .bind(3, "x".repeat((int) (number % 400)))
                    .execute();
            return handle.createUpdate("UPDATE torture.total SET entries = entries + 1 WHERE writer = ?")
                    .bind(0, writer)
                    .execute();
        });
    }
}
