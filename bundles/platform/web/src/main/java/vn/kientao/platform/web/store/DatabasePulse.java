package vn.kientao.platform.web.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.DatabaseException;

/** Asks the database for a sign of life. */
public final class DatabasePulse {
    private static final Logger log = LoggerFactory.getLogger(DatabasePulse.class);

    private final Database database;

    public DatabasePulse(Database database) {
        this.database = database;
    }

    public boolean beats() {
        try {
            return database.read(handle ->
                    handle.createQuery("SELECT 1").mapTo(Integer.class).one() == 1);
        } catch (DatabaseException e) {
            log.warn("The database does not answer: {}", e.getMessage());
            return false;
        }
    }
}
