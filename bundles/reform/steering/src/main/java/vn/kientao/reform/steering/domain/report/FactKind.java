package vn.kientao.reform.steering.domain.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What reports count of this module's records, each by its own dates and cut off at the end of the period. */
public enum FactKind {
    /** Nhiệm vụ được giao trong kỳ. */
    TASKS_GIVEN,
    /** Nhiệm vụ hoàn thành đúng hạn trong kỳ. */
    TASKS_ON_TIME,
    /** Nhiệm vụ hoàn thành quá hạn trong kỳ. */
    TASKS_LATE,
    /** Nhiệm vụ trong hạn đến cuối kỳ. */
    TASKS_WITHIN_TERM,
    /** Nhiệm vụ quá hạn đến cuối kỳ. */
    TASKS_OVERDUE,
    /** Nhiệm vụ tạm dừng đến cuối kỳ. */
    TASKS_PAUSED,
    /** Kế hoạch năm được phê duyệt trong kỳ. */
    PLANS_APPROVED,
    /** Khó khăn, vướng mắc, kiến nghị nêu trong kỳ. */
    OBSTACLES_RAISED,
    /** Khó khăn, vướng mắc, kiến nghị được trả lời trong kỳ. */
    OBSTACLES_ANSWERED,
    /** Khó khăn, vướng mắc, kiến nghị chưa trả lời đến cuối kỳ. */
    OBSTACLES_OPEN,
    /** Cuộc kiểm tra đã thực hiện trong kỳ, ở cơ quan được kiểm tra. */
    VISITS_MADE,
    /** Cuộc kiểm tra đã thông báo kết luận trong kỳ. */
    VISITS_CONCLUDED,
    /** Ưu điểm ghi nhận qua kiểm tra trong kỳ. */
    FINDINGS_STRENGTHS,
    /** Hạn chế, vi phạm phát hiện qua kiểm tra trong kỳ. */
    FINDINGS_RAISED,
    /** Hạn chế phát hiện qua kiểm tra trong kỳ. */
    FINDINGS_SHORTCOMINGS,
    /** Vi phạm phát hiện qua kiểm tra trong kỳ. */
    FINDINGS_VIOLATIONS,
    /** Hạn chế, vi phạm đã khắc phục trong kỳ. */
    FINDINGS_REMEDIED,
    /** Hạn chế, vi phạm khắc phục đúng hạn trong kỳ: what the unit reported by the last day, and the inspector accepted. */
    FINDINGS_REMEDIED_ON_TIME,
    /** Hạn chế, vi phạm khắc phục quá hạn trong kỳ. */
    FINDINGS_REMEDIED_LATE,
    /** Hạn chế, vi phạm chưa khắc phục đến cuối kỳ. */
    FINDINGS_OPEN,
    /** Hạn chế, vi phạm quá hạn khắc phục đến cuối kỳ. */
    FINDINGS_OVERDUE,
    /** Thí điểm đang thực hiện đến cuối kỳ, ở cơ quan tham gia. */
    PILOTS_RUNNING,
    /** Thí điểm kết thúc trong kỳ: mở rộng. */
    PILOTS_WIDENED,
    /** Thí điểm kết thúc trong kỳ: giữ nguyên. */
    PILOTS_KEPT,
    /** Thí điểm kết thúc trong kỳ: dừng. */
    PILOTS_STOPPED;

    /** What inspections and pilots say of an agency, beside its own work. */
    public static final List<FactKind> CHECKED = List.of(
            VISITS_CONCLUDED,
            FINDINGS_STRENGTHS,
            FINDINGS_SHORTCOMINGS,
            FINDINGS_VIOLATIONS,
            FINDINGS_REMEDIED_ON_TIME,
            FINDINGS_REMEDIED_LATE,
            FINDINGS_OVERDUE,
            PILOTS_RUNNING,
            PILOTS_WIDENED,
            PILOTS_KEPT,
            PILOTS_STOPPED);

    /** Code of the figure that is the share of what had to be done by the end of the period that was done. */
    public static final String COMPLETION = "tasks-completion";

    public static Optional<FactKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** Whose records a figure opens: its own, of the completion rate those that keep it from being whole. */
    public static Optional<FactKind> behind(String figure) {
        return COMPLETION.equals(figure) ? Optional.of(TASKS_OVERDUE) : of(figure);
    }

    /** Its code among figures and its name in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String textKey() {
        return "report.fact." + name();
    }

    /** The unit of its count. */
    public String unitKey() {
        String name = name();
        return "report.unit." + name.substring(0, name.indexOf('_'));
    }

    /** Whether its records belong to an area each, so that sections of areas show it. */
    public boolean byArea() {
        return this != PLANS_APPROVED && this != VISITS_MADE && this != VISITS_CONCLUDED;
    }
}
