package vn.kientao.reform.steering.domain.inspection;

/** How far the remedy of a finding has come. */
public enum FindingState {
    /** Chưa khắc phục; also what was returned. */
    OPEN,
    /** Đã báo cáo khắc phục. */
    REPORTED,
    /** Đã khắc phục, cơ quan kiểm tra chấp nhận. */
    REMEDIED,
    /** Không phải khắc phục. */
    NOTHING_TO_DO;

    public String textKey() {
        return "inspection.remedy." + name();
    }
}
