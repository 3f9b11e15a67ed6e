package vn.kientao.reform.steering.web.goal;

import java.math.BigDecimal;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.goal.Progress;
import vn.kientao.reform.steering.domain.goal.Target;
import vn.kientao.reform.steering.domain.goal.TargetPeriod;
import vn.kientao.reform.steering.domain.goal.TargetState;

/** How targets and their numbers are said and coloured. */
public final class TargetWords {
    private TargetWords() {}

    public static String style(TargetState state) {
        return switch (state) {
            case REACHED -> "kt-tag kt-tag-done";
            case UNDER_WAY -> "kt-tag kt-tag-progress";
            case BEHIND -> "kt-tag kt-tag-late";
            case NO_DATA -> "kt-tag";
        };
    }

    /** A number as people read it, without zeros behind the comma. */
    static String number(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    /** A value in the unit of its target: {@code 92,5 %}. */
    static String amount(Target target, BigDecimal value) {
        return number(value) + " " + target.unit();
    }

    /** What is to be reached: {@code ≥ 90 %} in words. */
    static String wanted(Page page, Target target, BigDecimal value) {
        return page.text(target.atLeast() ? "target.at-least" : "target.at-most", amount(target, value));
    }

    /** Where a value comes from and of which day it is. */
    static String origin(Page page, Progress.Actual actual) {
        return page.text(actual.counted() ? "target.counted-to" : "target.entered-on", Formats.date(actual.asOf()));
    }

    /** Which part of which year a value is about. */
    static String period(Page page, TargetPeriod period, int year) {
        return page.text(period.textKey(), "" + year);
    }
}
