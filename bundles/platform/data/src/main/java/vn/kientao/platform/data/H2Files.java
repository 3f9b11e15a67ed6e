package vn.kientao.platform.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kientao.platform.api.data.DatabaseException;

/**
 * Where an embedded database keeps its files, and its addresses.
 *
 * @param fileSystem which of H2's file systems writes them
 * @param path the path in the address, without file name extension
 * @param options what follows it in the address, with its leading semicolon
 */
record H2Files(String fileSystem, Path path, String options) {
    private static final String PREFIX = "jdbc:h2:file:";
    private static final Pattern NAME = Pattern.compile("(?:([a-z]{2,}):)?(.+)");
    /** The file system that keeps the file open when a reading or writing thread is interrupted. */
    private static final String UNINTERRUPTED = "async";

    /** Null sorts as on PostgreSQL; unquoted names are lower case as there. */
    private static final String DIALECT = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    /**
     * The background writer must not run beside a write transaction: it sleeps for a minute, and checkpoints do its
     * work. No shutdown hook closes the database under us.
     */
    private static final String DURABLE = ";WRITE_DELAY=60000;DB_CLOSE_ON_EXIT=FALSE";

    static H2Files of(String url) {
        int end = url.indexOf(';');
        Matcher name = NAME.matcher(url.substring(PREFIX.length(), end < 0 ? url.length() : end));
        if (!name.matches()) {
            throw new IllegalArgumentException("url '" + url + "' (expected: " + PREFIX + "<path>)");
        }
        return new H2Files(
                name.group(1) == null ? UNINTERRUPTED : name.group(1),
                Path.of(name.group(2)).toAbsolutePath(),
                end < 0 ? "" : url.substring(end));
    }

    void createFolder() throws IOException {
        Path folder = path.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
    }

    Path database() {
        return beside(".mv.db");
    }

    Path secret() {
        return beside(".secret");
    }

    Path mark() {
        return beside(".mark");
    }

    /** Throws the database away; it must be closed. */
    void delete() {
        try {
            Files.deleteIfExists(mark());
            Files.deleteIfExists(database());
            Files.deleteIfExists(secret());
        } catch (IOException e) {
            throw new DatabaseException("cannot delete " + database() + ": " + e.getMessage(), e);
        }
    }

    /** The address for the administrator, whose connection opens the database and stays open. */
    String adminUrl() {
        return address() + given(DIALECT) + options + DURABLE;
    }

    /** The address for everybody else. */
    String userUrl() {
        return address() + ";IFEXISTS=TRUE";
    }

    private String address() {
        return PREFIX + fileSystem + ":" + path;
    }

    /** Those of the defaults that the address does not name itself. */
    private String given(String defaults) {
        StringBuilder missing = new StringBuilder();
        String named = options.toUpperCase(Locale.ROOT);
        for (String option : defaults.substring(1).split(";")) {
            if (!named.contains(";" + option.substring(0, option.indexOf('=') + 1))) {
                missing.append(';').append(option);
            }
        }
        return missing.toString();
    }

    private Path beside(String extension) {
        return path.resolveSibling(path.getFileName() + extension);
    }
}
