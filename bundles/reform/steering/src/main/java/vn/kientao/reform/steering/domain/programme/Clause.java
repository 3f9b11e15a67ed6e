package vn.kientao.reform.steering.domain.programme;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.kientao.platform.api.text.LocalText;

/**
 * A point of a document (khoản, điểm) that orders something.
 *
 * @param code as documents and tests cite it, such as {@code D2.3}
 * @param position in the document
 * @param area code of its area
 * @param summary in short words
 * @param parent id of the clause that it is a point of
 * @param lead code of the agency that carries it out, as the document names it; empty for the one that leads its area
 * @param cooperating codes of the agencies that help
 * @param due by when; empty for what has no term
 * @param validTo last day in force; empty as long as it is
 */
public record Clause(
        long id,
        long version,
        long document,
        String code,
        int position,
        String area,
        LocalText summary,
        Optional<Long> parent,
        Optional<String> lead,
        Set<String> cooperating,
        Optional<LocalDate> due,
        Optional<LocalDate> validTo) {
    public Clause {
        requireNonNull(code, "code");
        requireNonNull(area, "area");
        requireNonNull(summary, "summary");
        requireNonNull(parent, "parent");
        requireNonNull(lead, "lead");
        cooperating = new TreeSet<>(cooperating);
        requireNonNull(due, "due");
        requireNonNull(validTo, "validTo");
    }

    @Override
    public Set<String> cooperating() {
        return new TreeSet<>(cooperating);
    }

    /** Whether it is no longer in force on a day. */
    public boolean endedBy(LocalDate day) {
        return validTo.filter(last -> last.isBefore(day)).isPresent();
    }
}
