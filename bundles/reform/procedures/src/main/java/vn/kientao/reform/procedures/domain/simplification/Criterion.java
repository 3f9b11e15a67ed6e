package vn.kientao.reform.procedures.domain.simplification;

import java.util.Locale;

/** What a procedure is judged by (Decree 63/2010/NĐ-CP, Articles 27 to 31). */
public enum Criterion {
    /** Sự cần thiết. */
    NECESSITY,
    /** Tính hợp lý. */
    REASONABLENESS,
    /** Tính hợp pháp. */
    LEGALITY,
    /** Chi phí tuân thủ. */
    COST;

    /** Stands in fields and text keys; also the column. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
