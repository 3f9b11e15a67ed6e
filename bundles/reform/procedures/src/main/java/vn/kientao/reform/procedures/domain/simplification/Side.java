package vn.kientao.reform.procedures.domain.simplification;

import java.util.Locale;

/** The times at which cost is measured. */
public enum Side {
    /** As it is (hiện tại). */
    NOW,
    /** As the proposal would have it (sau đơn giản hoá). */
    AFTER,
    /** As it has become (đo lại). */
    MEASURED;

    /** Stands in addresses and text keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
