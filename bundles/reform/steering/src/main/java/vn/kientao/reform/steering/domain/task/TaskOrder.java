package vn.kientao.reform.steering.domain.task;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A task that is about to be given.
 *
 * @param due empty when it has no term
 * @param cooperating codes of the agencies that help
 * @param watching codes of those that follow it
 * @param approving codes of those that approve the result
 */
public record TaskOrder(
        String title,
        String product,
        String area,
        Optional<Long> document,
        Optional<Long> clause,
        Optional<Long> parent,
        String lead,
        String division,
        String person,
        Optional<String> account,
        Optional<BigDecimal> budget,
        String budgetSource,
        Term term,
        Optional<LocalDate> due,
        Set<String> cooperating,
        Set<String> watching,
        Set<String> approving) {
    public TaskOrder {
        requireNonNull(title, "title");
        requireNonNull(product, "product");
        requireNonNull(area, "area");
        requireNonNull(document, "document");
        requireNonNull(clause, "clause");
        requireNonNull(parent, "parent");
        requireNonNull(lead, "lead");
        requireNonNull(division, "division");
        requireNonNull(person, "person");
        requireNonNull(account, "account");
        requireNonNull(budget, "budget");
        requireNonNull(budgetSource, "budgetSource");
        requireNonNull(term, "term");
        requireNonNull(due, "due");
        cooperating = Set.copyOf(cooperating);
        watching = Set.copyOf(watching);
        approving = Set.copyOf(approving);
        if (title.isBlank()) {
            throw new IllegalArgumentException("title (expected: not blank)");
        }
        if ((term == Term.DATED) != due.isPresent()) {
            throw new IllegalArgumentException("due " + due + " of a term " + term + " (expected: a day when dated)");
        }
    }

    /** The agencies beside lead and giver with their parts. */
    public List<Party> others(LocalDate since) {
        return Stream.of(
                        parties(cooperating, Part.COOPERATE, since),
                        parties(approving, Part.APPROVE, since),
                        parties(watching, Part.WATCH, since))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Party> parties(Set<String> agencies, Part part, LocalDate since) {
        return agencies.stream()
                .sorted()
                .map(agency -> new Party(agency, part, since, Optional.empty()))
                .toList();
    }
}
