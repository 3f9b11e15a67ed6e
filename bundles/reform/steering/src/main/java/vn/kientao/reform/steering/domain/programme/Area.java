package vn.kientao.reform.steering.domain.programme;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;

/**
 * An area of the reform (lĩnh vực) as it is valid on a day.
 *
 * @param lead code of the agency that leads it as the legal basis names it; who that is after mergers, the register of
 *     agencies tells
 */
public record Area(String code, LocalText name, Optional<String> lead, String legalBasis) {
    public Area {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(lead, "lead");
        requireNonNull(legalBasis, "legalBasis");
    }
}
