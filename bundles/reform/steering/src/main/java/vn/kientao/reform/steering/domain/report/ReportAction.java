package vn.kientao.reform.steering.domain.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done to a report, and in which state. */
public enum ReportAction {
    /** Lập báo cáo. */
    MAKE(Optional.empty()),
    /** Cập nhật số liệu: counts the figures anew from the facts. */
    COUNT(Optional.of(ReportState.DRAFT)),
    /** Trình thủ trưởng. */
    SUBMIT(Optional.of(ReportState.DRAFT)),
    /** Trả lại để sửa. */
    RETURN(Optional.of(ReportState.SUBMITTED)),
    /** Ký, phát hành. */
    ISSUE(Optional.of(ReportState.SUBMITTED)),
    /** Lập bản đính chính. */
    CORRECT(Optional.of(ReportState.ISSUED)),
    /** Công khai: everybody may read texts and figures. */
    PUBLISH(Optional.of(ReportState.ISSUED)),
    /** Thôi công khai. */
    WITHDRAW(Optional.empty());

    private final Optional<ReportState> from;

    ReportAction(Optional<ReportState> from) {
        this.from = from;
    }

    public static Optional<ReportAction> of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word().equals(word))
                .findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it can be done to a report now. One that was replaced after it was published can still be withdrawn. */
    public boolean possible(PeriodicReport report) {
        return switch (this) {
            case PUBLISH ->
                report.state() == ReportState.ISSUED && report.publishedOn().isEmpty();
            case WITHDRAW -> report.publishedOn().isPresent();
            case MAKE, COUNT, SUBMIT, RETURN, ISSUE, CORRECT ->
                from.filter(report.state()::equals).isPresent();
        };
    }

    /** Whether a reason has to be given. */
    public boolean needsNote() {
        return this == RETURN || this == CORRECT || this == WITHDRAW;
    }

    public String textKey() {
        return "report.action." + name();
    }
}
