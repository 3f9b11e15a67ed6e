package vn.kientao.reform.procedures.domain.publication;

/** What a publication does to the catalogue (Decree 63/2010/NĐ-CP, Article 13). */
public enum PublicationKind {
    /** Ban hành mới. */
    NEW,
    /** Sửa đổi, bổ sung, thay thế. */
    AMEND,
    /** Bãi bỏ. */
    ABOLISH
}
