package vn.kientao.reform.procedures.domain.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be true of a dossier beside its way, as far as shares ask for it. */
public enum Trait {
    /** Came to its end before or on the due date. */
    IN_TIME,
    /** Every paper that was handed in is digitised or re-used. */
    DIGITISED,
    /** At least one paper is re-used from another dossier or result. */
    RE_USED,
    /** The result was issued electronically; where nobody has said, it was asked for so. */
    E_RESULT,
    /** Something was to be paid. */
    FEE,
    /** What was to be paid was paid online. */
    PAID_ONLINE;

    /** Its word in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Trait> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
