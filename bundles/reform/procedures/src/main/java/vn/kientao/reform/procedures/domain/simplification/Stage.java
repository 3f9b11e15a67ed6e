package vn.kientao.reform.procedures.domain.simplification;

import java.util.List;
import java.util.Locale;

/** Where the review of a procedure stands; from one to the next, and back for another proposal. */
public enum Stage {
    /** Kế hoạch. */
    PLANNED,
    /** Rà soát. */
    REVIEW,
    /** Phương án. */
    PROPOSAL,
    /** Thẩm tra. */
    APPRAISAL,
    /** Phê duyệt. */
    APPROVED,
    /** Thực thi: documents are amended. */
    EXECUTION,
    /** Công bố lại. */
    REPUBLISHED,
    /** Đo lại. */
    REMEASURED;

    /** The stages to which a sheet may go from here. */
    public List<Stage> next() {
        return switch (this) {
            case PLANNED -> List.of(REVIEW);
            case REVIEW -> List.of(PROPOSAL);
            case PROPOSAL -> List.of(APPRAISAL);
            case APPRAISAL -> List.of(APPROVED, PROPOSAL);
            case APPROVED -> List.of(EXECUTION);
            case EXECUTION -> List.of(REPUBLISHED);
            case REPUBLISHED -> List.of(REMEASURED);
            case REMEASURED -> List.of();
        };
    }

    /** Whether reaching it from the appraisal is for those who approve. */
    public boolean decided() {
        return this == APPROVED;
    }

    /** Whether findings, proposal and the costs of {@code side} may still be changed here. */
    public boolean open(Side side) {
        return side == Side.MEASURED ? this == REPUBLISHED : compareTo(PROPOSAL) <= 0;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
