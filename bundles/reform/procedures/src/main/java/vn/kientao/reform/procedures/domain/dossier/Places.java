package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where a dossier was handed in, who receives it officially and who is competent: three different bodies when it may be
 * handed in anywhere in the province (tiếp nhận phi địa giới hành chính).
 *
 * @param support agency code of the place that helped to hand it in (nơi hỗ trợ tiếp nhận)
 * @param unit agency code of the official receiving unit (đơn vị tiếp nhận)
 * @param competent agency code of who settles it (cơ quan có thẩm quyền giải quyết); empty when it cannot be routed yet
 * @param boundFor agency code of whose register it is on its way into; empty when it stays where it is
 */
public record Places(String support, String unit, Optional<String> competent, Optional<String> boundFor) {
    public Places {
        requireNonNull(support, "support");
        requireNonNull(unit, "unit");
        requireNonNull(competent, "competent");
        requireNonNull(boundFor, "boundFor");
    }

    /** Of a dossier that stays where it is. */
    public Places(String support, String unit, Optional<String> competent) {
        this(support, unit, competent, Optional.empty());
    }

    /** One agency is all three. */
    public static Places at(String agency) {
        return new Places(agency, agency, Optional.of(agency));
    }

    /** Whether it is known who settles it. */
    public boolean routed() {
        return competent.isPresent();
    }

    /** The same when another agency settles it, into whose register it goes from here. */
    public Places sentTo(String agency) {
        return new Places(support, unit, Optional.of(agency), Optional.of(agency));
    }

    /** The same when whoever has it is not competent, so that it goes back to the receiving unit. */
    public Places sentBack() {
        return new Places(support, unit, Optional.empty(), Optional.of(unit));
    }

    /** Whether a dossier in the register of that agency was received by another. */
    public boolean fromElsewhere(String register) {
        return !unit.equals(register);
    }
}
