package vn.kientao.reform.steering.web.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.plan.ItemWords;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanComparison;
import vn.kientao.reform.steering.domain.plan.PlanComparison.Kind;
import vn.kientao.reform.steering.domain.plan.PlanItem;
import vn.kientao.reform.steering.web.AgencyNames;

/** Two editions of a plan side by side. */
public record PlanCompareModel(
        Page page, Plan older, Plan newer, PlanComparison comparison, PlanTerms terms, AgencyNames names) {

    /** Every kind of line with how many there are. */
    public List<Kind> kinds() {
        return List.of(Kind.values());
    }

    public String style(Kind kind) {
        return switch (kind) {
            case SAME -> "kt-tag";
            case CHANGED -> "kt-tag kt-tag-need";
            case ADDED -> "kt-tag kt-tag-done";
            case DROPPED -> "kt-tag kt-tag-late";
        };
    }

    /** What a side of a line says, one fact after the other, each marked when the other side says it otherwise. */
    public List<Fact> facts(Optional<PlanItem> side, Optional<PlanItem> other) {
        if (side.isEmpty()) {
            return List.of();
        }
        List<String> said = said(side.get().words());
        List<String> saidThere = other.map(item -> said(item.words())).orElse(List.of());
        return IntStream.range(0, said.size())
                .filter(place -> !said.get(place).isEmpty())
                .mapToObj(place -> new Fact(
                        said.get(place),
                        !saidThere.isEmpty() && !saidThere.get(place).equals(said.get(place))))
                .toList();
    }

    private List<String> said(ItemWords words) {
        return List.of(
                words.title(),
                words.product(),
                terms.area(words.area())
                        .map(area -> page.texts().get(area.name()))
                        .orElse(words.area()),
                words.person() + (words.division().isEmpty() ? "" : ", " + words.division()),
                page.text("plan.compare.lead", names.of(words.lead())),
                words.cooperating().isEmpty()
                        ? ""
                        : page.text(
                                "plan.compare.cooperating",
                                String.join(
                                        ", ",
                                        words.cooperating().stream()
                                                .map(names::of)
                                                .toList())),
                words.due().map(Formats::date).orElseGet(() -> page.text("task.term.REGULAR")),
                words.budget().map(Formats::money).orElse("")
                        + (words.budgetSource().isEmpty() ? "" : ", " + words.budgetSource()),
                words.clause()
                        .flatMap(terms::clause)
                        .map(one -> one.clause().code())
                        .orElse(""),
                words.target()
                        .flatMap(terms::target)
                        .map(one -> page.texts().get(one.name()))
                        .orElse(""));
    }

    /** @param other whether the other edition says it otherwise */
    public record Fact(String words, boolean other) {}
}
