package vn.kientao.platform.privacy.domain;

import java.util.Locale;

/** Where a request stands. */
public enum RequestState {
    /** Đã tiếp nhận. */
    RECEIVED,
    /** Đã xác minh danh tính. */
    IDENTIFIED,
    /** Đã quyết định. */
    DECIDED,
    /** Đã thực hiện. */
    CARRIED_OUT,
    /** Đã trả lời. */
    ANSWERED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the agency still owes something. */
    public boolean open() {
        return this != ANSWERED;
    }
}
