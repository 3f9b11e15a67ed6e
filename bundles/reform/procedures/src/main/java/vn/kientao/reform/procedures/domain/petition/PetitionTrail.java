package vn.kientao.reform.procedures.domain.petition;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where a petition came from and where it went, when it moved between registers.
 *
 * @param from the register it came from; empty when it was handed in here
 * @param to the register it went to; its number is empty until it has arrived there
 */
public record PetitionTrail(Optional<Place> from, Optional<Place> to) {
    public PetitionTrail {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }

    /**
     * A place in a register.
     *
     * @param agency code of the agency
     * @param number of the petition there; may be empty
     */
    public record Place(String agency, String number) {
        public Place {
            requireNonNull(agency, "agency");
            requireNonNull(number, "number");
        }
    }
}
