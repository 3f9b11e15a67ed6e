package vn.kientao.platform.api.privacy;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.kientao.platform.api.text.LocalText;

/**
 * A record that may be about the person who asks; an officer decides whether it is.
 *
 * @param source {@link PersonalDataSource#name} of where it is kept
 * @param id its id there, the one that audit trail and access log use
 * @param title what it is, for the reader
 * @param values field name → value in full, in the order of {@link PersonalDataSource#fields}; other facts that belong to
 *     the person, such as the dates of a dossier, may follow under names of their own
 */
public record PersonalRecord(String source, String id, LocalText title, Map<String, String> values) {
    public PersonalRecord {
        requireNonNull(source, "source");
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
