package vn.kientao.reform.procedures.domain.paper;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import vn.kientao.platform.api.documents.LetterPaper;

/**
 * A form as a circular has it.
 *
 * @param number of the form, such as {@code 01}; empty for papers that agencies use without a form of the circular
 * @param symbol abbreviation behind the number of a paper, such as {@code HDHS}; empty where papers get no number
 * @param validTo last day; empty while it is in force
 */
public record PaperForm(
        long id,
        PaperKind kind,
        String number,
        String title,
        String symbol,
        LetterPaper paper,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String legalBasis) {

    public PaperForm {
        requireNonNull(kind, "kind");
        requireNonNull(number, "number");
        requireNonNull(title, "title");
        requireNonNull(symbol, "symbol");
        requireNonNull(paper, "paper");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
        requireNonNull(legalBasis, "legalBasis");
    }

    /** Whether its papers are numbered in a register of the agency. */
    public boolean numbered() {
        return !symbol.isEmpty();
    }
}
