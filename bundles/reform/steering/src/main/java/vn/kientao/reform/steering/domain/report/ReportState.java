package vn.kientao.reform.steering.domain.report;

import java.util.Arrays;
import java.util.Optional;

/** How far a report has come. */
public enum ReportState {
    /** Đang soạn. */
    DRAFT,
    /** Đã trình thủ trưởng. */
    SUBMITTED,
    /** Đã phát hành: its texts and figures stay as they are. */
    ISSUED,
    /** Đã thay bằng bản đính chính. */
    REPLACED;

    public static Optional<ReportState> of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.name().equals(word))
                .findFirst();
    }

    public String textKey() {
        return "report.state." + name();
    }
}
