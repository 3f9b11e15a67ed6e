package vn.kientao.platform.api.data;

import org.jdbi.v3.core.Handle;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The platform's one database.
 *
 * <p>Tables are named with the schema of their owner ({@code procedures.dossier}); nobody reads another's. Map rows
 * with lambdas, not by class: mappers registered by class would keep a retired release's classes alive.
 */
@ProviderType
public interface Database {

    /** Runs {@code work} in a read-only transaction. Reads run in parallel with each other and with a write. */
    <T> T read(Work<T> work);

    /**
     * Runs {@code work} in one transaction and returns when its outcome is durable: it survives {@code kill -9} and a
     * power cut. Nothing of it remains when {@code work} throws. Keep it short: on the embedded database only one write
     * runs at a time. Services that must write in the same transaction take the handle as an argument.
     *
     * @throws IllegalStateException when called from inside another write on the same thread
     * @throws DatabaseException when the database refuses; its cause says why
     */
    <T> T write(Work<T> work);

    /**
     * Like {@link #write}, but returns when the transaction is committed and before it is durable. A crash may take it back,
     * and with it only what was written after it; a second later, or after the next {@link #write} by anybody, it is as
     * durable as any other. For long work in many small transactions that finds after a crash where it was, and ends with a
     * {@code write}. Whoever waits to {@code write} goes first.
     *
     * @throws IllegalStateException when called from inside another write on the same thread
     * @throws DatabaseException when the database refuses; its cause says why
     */
    default <T> T writeUnsynced(Work<T> work) {
        return write(work);
    }

    /** Which engine answers; only migrations and plans may ask. */
    Dialect dialect();

    /** A piece of work on an open handle. The handle is closed afterwards and must not be kept. */
    @FunctionalInterface
    interface Work<T> {
        T run(Handle handle);
    }

    /** The engines every statement runs on. */
    enum Dialect {
        H2,
        POSTGRESQL
    }
}
