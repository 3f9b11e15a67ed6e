package vn.kientao.reform.procedures.domain.variant;

import static java.util.Objects.requireNonNull;

/**
 * What the province says of a procedure beside its published record.
 *
 * @param reason why it is online only in part
 * @param reasonWords the published explanation of the reason; may be empty
 * @param oneStopExempt whether it is not received at the one-stop desk (Decree 61/2018/NĐ-CP, Article 14(5))
 * @param exemptReason why; empty unless exempt
 * @param englishName empty when there is none
 * @param unit who answers for what is published about it (đơn vị chịu trách nhiệm); may be empty
 */
public record ProcedureTraits(
        Audience audience,
        OnlineLevel level,
        PartReason reason,
        String reasonWords,
        boolean oneStopExempt,
        String exemptReason,
        String englishName,
        String unit) {

    /** Those of a procedure of which nobody has said anything. */
    public static final ProcedureTraits UNSAID =
            new ProcedureTraits(Audience.PUBLIC, OnlineLevel.UNSTATED, PartReason.NONE, "", false, "", "", "");

    public ProcedureTraits {
        requireNonNull(audience, "audience");
        requireNonNull(level, "level");
        requireNonNull(reason, "reason");
        requireNonNull(reasonWords, "reasonWords");
        requireNonNull(exemptReason, "exemptReason");
        requireNonNull(englishName, "englishName");
        requireNonNull(unit, "unit");
        if (level == OnlineLevel.PART && reason == PartReason.NONE) {
            throw new IllegalArgumentException("online in part without a reason (expected: one of PartReason)");
        }
        if (oneStopExempt && exemptReason.isBlank()) {
            throw new IllegalArgumentException("exempt from the one-stop desk without a reason");
        }
    }

    public boolean internal() {
        return audience == Audience.INTERNAL;
    }
}
