package vn.kientao.platform.api.documents;

/** The sheet a letter is printed on. */
public enum LetterPaper {
    /** Every document of Decree 30/2020/NĐ-CP, Annex I. */
    A4,
    /** A wide table that is no document of its own, such as a register. */
    A4_LANDSCAPE,
    /** The slips of the one-stop desk (Circular 01/2018/TT-VPCP, Article 9). */
    A5
}
