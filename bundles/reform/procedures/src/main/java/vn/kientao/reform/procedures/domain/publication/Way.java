package vn.kientao.reform.procedures.domain.publication;

/** By which of its time limits a publication goes (Decree 63/2010/NĐ-CP, Articles 15 and 24). */
public enum Way {
    /** The usual one. */
    ORDINARY,
    /** The legal document came about by the shortened procedure (trình tự, thủ tục rút gọn). */
    SHORTENED,
    /** The third case of Article 24(2): uploaded sooner. */
    THIRD_CASE
}
