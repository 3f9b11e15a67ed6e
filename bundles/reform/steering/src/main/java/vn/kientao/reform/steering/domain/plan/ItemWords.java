package vn.kientao.reform.steering.domain.plan;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a line of a plan says: task, result, who answers for it, until when and with what means (D2.2).
 *
 * @param person who answers for it (người chịu trách nhiệm)
 * @param lead code of the agency that does it, usually the plan's own
 * @param cooperating codes of the agencies that help, in order
 * @param due empty for what goes on all the year (thường xuyên)
 * @param budget in đồng
 * @param clause id of the clause of a document that it carries out
 * @param target id of the target that it serves
 */
public record ItemWords(
        String area,
        String title,
        String product,
        String person,
        String division,
        String lead,
        List<String> cooperating,
        Optional<LocalDate> due,
        Optional<BigDecimal> budget,
        String budgetSource,
        Optional<Long> clause,
        Optional<Long> target) {
    public ItemWords {
        requireNonNull(area, "area");
        requireNonNull(title, "title");
        requireNonNull(product, "product");
        requireNonNull(person, "person");
        requireNonNull(division, "division");
        requireNonNull(lead, "lead");
        cooperating = cooperating.stream().sorted().toList();
        requireNonNull(due, "due");
        budget = budget.map(BigDecimal::stripTrailingZeros);
        requireNonNull(budgetSource, "budgetSource");
        requireNonNull(clause, "clause");
        requireNonNull(target, "target");
        if (title.isBlank()) {
            throw new IllegalArgumentException("title (expected: not blank)");
        }
    }

    /** The same without who answers for it. */
    public ItemWords withoutPerson() {
        return new ItemWords(
                area, title, product, "", division, lead, cooperating, due, budget, budgetSource, clause, target);
    }

    /** The same done by other agencies. */
    public ItemWords by(String newLead, List<String> newCooperating) {
        return new ItemWords(
                area,
                title,
                product,
                person,
                division,
                newLead,
                newCooperating,
                due,
                budget,
                budgetSource,
                clause,
                target);
    }

    /** The same in another year. The 29th of February becomes the 28th. */
    public ItemWords movedBy(int years) {
        return new ItemWords(
                area,
                title,
                product,
                person,
                division,
                lead,
                cooperating,
                due.map(day -> day.plusYears(years)),
                budget,
                budgetSource,
                clause,
                target);
    }
}
