package vn.kientao.platform.privacy.domain;

import static java.util.Objects.requireNonNull;

import vn.kientao.platform.api.privacy.PersonalDataAccess;

/** A look that was written down; ids grow in the order of writing. */
public record AccessEntry(long id, PersonalDataAccess access) {
    public AccessEntry {
        requireNonNull(access, "access");
    }
}
