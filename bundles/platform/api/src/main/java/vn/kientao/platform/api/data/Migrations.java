package vn.kientao.platform.api.data;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Brings a schema to the state that a bundle needs. A schema has one history table; scripts are named
 * {@code V001__what.sql} and never edited after a release.
 */
@ProviderType
public interface Migrations {

    /**
     * Runs the pending scripts of {@code db/expand}, which only add, creating the schema when it is missing. Safe while
     * an older release uses the schema.
     *
     * @return the names of the scripts that ran, in order
     * @throws MigrationException when a script fails; scripts before it stay
     */
    List<String> expand(String schema, MigrationScripts scripts);

    /**
     * Runs the pending scripts of {@code db/contract}, which may remove. Only after the older release has retired.
     *
     * @return the names of the scripts that ran, in order
     * @throws MigrationException when a script fails; scripts before it stay
     */
    List<String> contract(String schema, MigrationScripts scripts);

    /** The scripts of {@code db/expand} that {@link #expand} would run now, in order. */
    List<String> pendingExpand(String schema, MigrationScripts scripts);

    /** Whether {@code db/contract} holds scripts that have not run. */
    boolean contractPending(String schema, MigrationScripts scripts);

    /**
     * Throws a module's schema away with all its rows and its history; does nothing when there is none. Nobody may use
     * it any more. {@link #expand} makes it anew.
     *
     * @throws IllegalArgumentException when the schema belongs to the platform itself
     * @throws DatabaseException when the database refuses
     */
    void drop(String schema);
}
