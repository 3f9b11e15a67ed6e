package vn.kientao.platform.data;

import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import javax.sql.DataSource;
import vn.kientao.platform.api.data.Database.Dialect;

/** An open database: where connections come from and in which order writes happen. */
public interface Engine extends AutoCloseable {

    /** Opens the database that the settings name, creating the embedded one when it is missing. */
    static Engine open(DataSettings settings) {
        return settings.embedded() ? H2Engine.open(settings) : PostgresEngine.open(settings);
    }

    Dialect dialect();

    /** Connections that may only read. */
    DataSource readers();

    /** Connections that may write; only within a {@link WriteTurns.Turn}. */
    DataSource writers();

    /** How many of them may be held without a turn. */
    int plainConnections();

    /** The order of write transactions and the promise that they last. */
    WriteTurns turns();

    /** Creates the schema when it is missing and gives both kinds of connections their rights. Within a turn. */
    void prepareSchema(String schema);

    /** Throws a schema away with everything in it; does nothing when there is none. Within a turn. */
    void dropSchema(String schema);

    /** Held for writing while tables are made or changed, for reading by those who must find them all as they are. */
    ReadWriteLock structure();

    /** Why acknowledged writes may not last, when the database is set up so. */
    default Optional<String> risk() {
        return Optional.empty();
    }

    /** Waits for the write that is under way, makes everything durable and closes all connections. */
    @Override
    void close();
}
