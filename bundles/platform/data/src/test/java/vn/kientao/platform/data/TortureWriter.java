package vn.kientao.platform.data;

import org.jdbi.v3.core.Handle;
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

    /** Writes an entry and returns whether that is acknowledged: every third is written without waiting for the disk. */
    boolean write(int writer, long number) {
        boolean acknowledged = number % 3 != 0;
        Database.Work<Integer> work = handle -> entry(handle, writer, number);
        int written = acknowledged ? database.write(work) : database.writeUnsynced(work);
        return acknowledged && written == 1;
    }

    private static int entry(Handle handle, int writer, long number) {
        handle.createUpdate("INSERT INTO torture.entry (writer, number, word, content) VALUES (?, ?, ?, ?)")
                .bind(0, writer)
                .bind(1, number)
                .bind(2, Long.toHexString(Long.reverse(number * 31 + writer)))
                .bind(3, "x".repeat((int) (number % 400)))
                .execute();
        return handle.createUpdate("UPDATE torture.total SET entries = entries + 1 WHERE writer = ?")
                .bind(0, writer)
                .execute();
    }
}
