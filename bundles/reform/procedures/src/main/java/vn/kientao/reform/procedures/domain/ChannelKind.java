package vn.kientao.reform.procedures.domain;

/** How a dossier reaches the agency (hình thức nộp). */
public enum ChannelKind {
    /** Handed in at the counter (trực tiếp). */
    DIRECT,
    /** Sent over the public service portal (trực tuyến). */
    ONLINE,
    /** Sent by the public postal service (dịch vụ bưu chính). */
    POST
}
