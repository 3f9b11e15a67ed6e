package vn.kientao.reform.procedures.domain.publication;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A change of the public catalogue.
 *
 * @param id grows from change to change
 * @param version the version that is in force since; empty after an abolition
 */
public record CatalogueChange(long id, String code, String name, Kind kind, Optional<Long> version, Instant at) {

    public CatalogueChange {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        requireNonNull(version, "version");
        requireNonNull(at, "at");
    }

    /** What happened to a procedure. */
    public enum Kind {
        /** There was none of this code before. */
        NEW,
        /** It says something else. */
        AMEND,
        /** A person completed what its record left open. */
        COMPLETE,
        /** It is gone. */
        ABOLISH;

        /** Its word in addresses, text keys and answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
