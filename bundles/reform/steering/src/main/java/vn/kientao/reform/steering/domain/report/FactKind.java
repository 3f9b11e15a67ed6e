package vn.kientao.reform.steering.domain.report;

import java.util.Arrays;
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
    OBSTACLES_OPEN;

    public static Optional<FactKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
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
        return this != PLANS_APPROVED;
    }
}
