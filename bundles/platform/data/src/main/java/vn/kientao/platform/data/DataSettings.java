package vn.kientao.platform.data;

import static java.util.Objects.requireNonNull;

/**
 * How to reach the database.
 *
 * @param url JDBC address: {@code jdbc:h2:file:…} or {@code jdbc:postgresql:…}
 * @param user for PostgreSQL; the embedded database makes its own users
 * @param password for PostgreSQL
 * @param readers most connections that read at the same time
 * @param writers most connections that write; on the embedded database their transactions still run one at a time
 */
public record DataSettings(String url, String user, String password, int readers, int writers) {

    public DataSettings {
        requireNonNull(url, "url");
        requireNonNull(user, "user");
        requireNonNull(password, "password");
        if (!url.startsWith("jdbc:h2:file:") && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "url '" + url + "' (expected: jdbc:h2:file:<path> or jdbc:postgresql://<host>/<database>)");
        }
        if (readers < 1 || writers < 2) {
            throw new IllegalArgumentException("pool of " + readers + " readers and " + writers
                    + " writers (expected: at least 1 reader and 2 writers)");
        }
    }

    boolean embedded() {
        return url.startsWith("jdbc:h2:");
    }

    @Override
    public String toString() {
        return "DataSettings[" + url + ", " + readers + " readers, " + writers + " writers]";
    }
}
