package vn.kientao.platform.directory.domain;

import static java.util.Objects.requireNonNull;

import vn.kientao.platform.api.directory.Agency;

/**
 * An agency with what the register alone keeps of it.
 *
 * @param fromCertain whether its first day is established; {@code 2025-03-01?} in a file is not
 * @param toCertain whether its last day is established
 * @param successorNote who took over, in words, when codes do not tell it all; may be empty
 * @param note where the entry comes from, or what is to be known about it; may be empty
 */
public record RegisteredAgency(
        Agency agency, boolean fromCertain, boolean toCertain, String successorNote, String note) {

    public RegisteredAgency {
        requireNonNull(agency, "agency");
        requireNonNull(successorNote, "successorNote");
        requireNonNull(note, "note");
    }

    public String code() {
        return agency.code();
    }
}
