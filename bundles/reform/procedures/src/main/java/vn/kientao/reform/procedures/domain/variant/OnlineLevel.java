package vn.kientao.reform.procedures.domain.variant;

/** How far a procedure can be done online (mức độ cung cấp dịch vụ công trực tuyến; Decree 42/2022/NĐ-CP, Article 11). */
public enum OnlineLevel {
    /** Nobody has said. */
    UNSTATED,
    /** Not online at all. */
    NONE,
    /** Một phần: some step needs the applicant or paper; the reason is published (Decree 224/2026/NĐ-CP, Article 14). */
    PART,
    /** Toàn trình: everything, the result comes online or by public post. */
    FULL
}
