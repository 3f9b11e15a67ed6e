package vn.kientao.reform.procedures.web.simplification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.simplification.Cost;
import vn.kientao.reform.procedures.domain.simplification.ReviewPlan;
import vn.kientao.reform.procedures.domain.simplification.ReviewSheet;
import vn.kientao.reform.procedures.domain.simplification.SendingRule;
import vn.kientao.reform.procedures.domain.simplification.Side;

/**
 * A plan and its sheets.
 *
 * @param rule until when it is to be sent; empty when no rule is in force
 * @param today in Viet Nam
 * @param further address of the sheets behind those; empty when there are none
 * @param code as typed for a further procedure
 */
public record PlanModel(
        Page page,
        ReviewPlan plan,
        Optional<SendingRule> rule,
        LocalDate today,
        List<ReviewSheet> sheets,
        String further,
        String code,
        FormErrors errors) {
    public PlanModel {
        sheets = List.copyOf(sheets);
    }

    public boolean reviews() {
        return page.can(ReviewPermissions.REVIEW);
    }

    /** Whether it was sent too late, or is late by now. */
    public boolean late() {
        return rule.map(due -> plan.sentOn().orElse(today).isAfter(due.due(plan.year())))
                .orElse(false);
    }

    /** The address of one of its own pages. */
    public String link(String path) {
        return page.link(path(path));
    }

    public String path(String path) {
        return "/simplification/" + plan.id() + path;
    }

    /** What one case costs on a side; empty when it was not measured. */
    public String oneCase(ReviewSheet sheet, Side side) {
        return Optional.ofNullable(sheet.costs().get(side))
                .map(cost -> Formats.money(cost.oneCase()))
                .orElse("");
    }

    /** By how much one case becomes cheaper, in percent. */
    public String change(ReviewSheet sheet) {
        return change(sheet.costs().get(Side.NOW), sheet.costs().get(Side.AFTER));
    }

    static String change(@Nullable Cost before, @Nullable Cost after) {
        return before == null || after == null ? "" : percent(Cost.change(before, after));
    }

    /** With a comma, as people here write it. */
    static String percent(BigDecimal value) {
        return value.toPlainString().replace('.', ',') + " %";
    }
}
