package vn.kientao.reform.procedures.domain.rating;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;

/**
 * Something that is rated: the service as a whole, or one of the nine contents of Decree 61/2018/NĐ-CP, Article 31. A row
 * with dates, not a constant.
 *
 * @param code a stable word, such as {@code attitude}
 * @param overall whether it is the one question that everybody answers
 * @param index the index of Circular 01/2018/TT-VPCP, Article 13, that its answers count for
 */
public record Question(
        long id, String code, boolean overall, LocalText name, Optional<Integer> index, String legalBasis) {
    public Question {
        requireNonNull(code, "code");
        requireNonNull(name, "name");
        requireNonNull(index, "index");
        requireNonNull(legalBasis, "legalBasis");
    }

    /** The name of its field in the form. */
    public String field() {
        return overall ? "overall" : "q-" + code;
    }
}
