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
 */
public record Places(String support, String unit, Optional<String> competent) {
    public Places {
        requireNonNull(support, "support");
        requireNonNull(unit, "unit");
        requireNonNull(competent, "competent");
    }

    /** One agency is all three. */
    public static Places at(String agency) {
        return new Places(agency, agency, Optional.of(agency));
    }

    /** Whether it is known who settles it. */
    public boolean routed() {
        return competent.isPresent();
    }
}
