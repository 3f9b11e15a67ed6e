package vn.kientao.reform.procedures.domain.quality;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import vn.kientao.platform.api.text.LocalText;

/**
 * A class (xếp loại) of Circular 01/2018/TT-VPCP, Article 15.
 *
 * @param least the lowest total that belongs to it
 */
public record QualityClass(BigDecimal least, LocalText name) {
    public QualityClass {
        requireNonNull(least, "least");
        requireNonNull(name, "name");
    }
}
