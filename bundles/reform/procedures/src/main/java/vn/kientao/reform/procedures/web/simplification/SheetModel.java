package vn.kientao.reform.procedures.web.simplification;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.simplification.Cost;
import vn.kientao.reform.procedures.domain.simplification.Criterion;
import vn.kientao.reform.procedures.domain.simplification.Opinion;
import vn.kientao.reform.procedures.domain.simplification.ReviewPlan;
import vn.kientao.reform.procedures.domain.simplification.ReviewSheet;
import vn.kientao.reform.procedures.domain.simplification.Side;
import vn.kientao.reform.procedures.domain.simplification.Stage;

/**
 * The sheet of a procedure with the forms that take it on.
 *
 * @param typed the form that was refused; empty otherwise
 */
public record SheetModel(Page page, ReviewPlan plan, ReviewSheet sheet, Map<String, String> typed, FormErrors errors) {
    public SheetModel {
        typed = Map.copyOf(typed);
    }

    public boolean reviews() {
        return page.can(ReviewPermissions.REVIEW);
    }

    /** Whether findings and proposal may be written. */
    public boolean open() {
        return reviews() && sheet.stage().open(Side.NOW);
    }

    public List<Criterion> criteria() {
        return List.of(Criterion.values());
    }

    public List<Opinion.Verdict> verdicts() {
        return List.of(Opinion.Verdict.values());
    }

    /** The address of one of its own pages. */
    public String link(String path) {
        return page.link("/simplification/sheets/" + sheet.id() + path);
    }

    /** As typed, else as kept. */
    public String proposal() {
        return typed.getOrDefault("proposal", sheet.proposal());
    }

    public String note(Criterion criterion) {
        return typed.getOrDefault(
                criterion.word() + "-note", sheet.opinion(criterion).note());
    }

    public boolean chosen(Criterion criterion, Opinion.Verdict verdict) {
        return typed.getOrDefault(
                        criterion.word(), sheet.opinion(criterion).verdict().word())
                .equals(verdict.word());
    }

    public Optional<String> error(String field) {
        return errors.of(field).map(page.texts()::get);
    }

    /** The sides that are shown: those that are known, and those that may be filled in. */
    public List<Side> sides() {
        return Arrays.stream(Side.values())
                .filter(side -> cost(side).isPresent() || editable(side))
                .toList();
    }

    public boolean editable(Side side) {
        return reviews() && sheet.stage().open(side);
    }

    public Optional<Cost> cost(Side side) {
        return Optional.ofNullable(sheet.costs().get(side));
    }

    /** By how much one case is cheaper than now; empty for now itself. */
    public String change(Side side) {
        return side == Side.NOW
                ? ""
                : PlanModel.change(sheet.costs().get(Side.NOW), sheet.costs().get(side));
    }

    public static String money(BigDecimal amount) {
        return Formats.money(amount);
    }

    /** The stages to which the reader may take it. */
    public List<Stage> next() {
        boolean allowed = sheet.stage() == Stage.APPRAISAL ? page.can(ReviewPermissions.APPROVE) : reviews();
        return allowed ? sheet.stage().next() : List.of();
    }
}
