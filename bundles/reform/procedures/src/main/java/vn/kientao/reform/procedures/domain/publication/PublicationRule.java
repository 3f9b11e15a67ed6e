package vn.kientao.reform.procedures.domain.publication;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How long a duty of publication may take: a row, so that another law is another row.
 *
 * @param workingDays whether only working days count; otherwise every day does
 * @param validTo last day; empty while it is in force
 * @param legalBasis decree and article
 */
public record PublicationRule(
        Duty duty,
        Way way,
        From from,
        int amount,
        boolean workingDays,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String legalBasis) {

    public PublicationRule {
        requireNonNull(duty, "duty");
        requireNonNull(way, "way");
        requireNonNull(from, "from");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
        requireNonNull(legalBasis, "legalBasis");
        if (amount < 0) {
            throw new IllegalArgumentException("amount " + amount + " (expected: >= 0)");
        }
    }

    /** The day from which it counts. */
    public enum From {
        /** Backwards from the day of effect. */
        EFFECT,
        /** From the day on which the legal document was signed. */
        LAW_SIGNED,
        /** From the day on which the decision was signed. */
        DECISION_SIGNED
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom)
                && validTo.map(last -> !day.isAfter(last)).orElse(true);
    }

    /**
     * The last day on which the duty is done in time. The day it counts from does not count (Civil Code 2015, Article
     * 147(2)). A term that ends on a day off ends on the next working day (Article 148(5)); one that must be kept before
     * a day, on the working day before.
     *
     * @param working whether a day is worked
     */
    public LocalDate last(LocalDate day, Predicate<LocalDate> working) {
        int step = from == From.EFFECT ? -1 : 1;
        LocalDate last = day;
        int left = amount;
        while (left > 0) {
            last = last.plusDays(step);
            left -= !workingDays || working.test(last) ? 1 : 0;
        }
        while (!working.test(last)) {
            last = last.plusDays(step);
        }
        return last;
    }
}
