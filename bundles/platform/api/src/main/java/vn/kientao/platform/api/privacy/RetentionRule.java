package vn.kientao.platform.api.privacy;

import static java.util.Objects.requireNonNull;

import java.time.Period;
import vn.kientao.platform.api.text.LocalText;

/**
 * How long something is kept (thời hạn lưu giữ). The period is what ships; an agency's province sets another one, with its
 * own legal basis, on the page of retention rules.
 *
 * @param id {@code <module>.<word>}, such as {@code procedures.contact}
 * @param objectType as in the audit trail; what is put on hold is named by it
 * @param what which data, for the reader
 * @param from what the period runs from, for the reader: the end of the dossier
 * @param standard the period as shipped
 * @param least no shorter period may be set; {@link Period#ZERO} for none
 * @param legalBasis in Vietnamese
 */
public record RetentionRule(
        String id,
        String objectType,
        LocalText what,
        LocalText from,
        Action action,
        Period standard,
        Period least,
        String legalBasis) {

    /** What happens at the end of the period. */
    public enum Action {
        /** Xoá. */
        DELETE,
        /** Khử nhận dạng: what remains no longer tells whom it is about. */
        ANONYMISE
    }

    public RetentionRule {
        requireNonNull(id, "id");
        requireNonNull(objectType, "objectType");
        requireNonNull(what, "what");
        requireNonNull(from, "from");
        requireNonNull(action, "action");
        requireNonNull(standard, "standard");
        requireNonNull(least, "least");
        requireNonNull(legalBasis, "legalBasis");
        if (standard.isZero() || standard.isNegative()) {
            throw new IllegalArgumentException(
                    "period " + standard + " of rule " + id + " (expected: longer than nothing)");
        }
    }
}
