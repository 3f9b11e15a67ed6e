package vn.kientao.reform.procedures.app.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

/**
 * Which of an agency's dossiers somebody wants to see.
 *
 * @param words as typed; compared without diacritics
 * @param dueFrom first day of the due date
 * @param dueTo last day of the due date
 * @param assignee account of who has it on the desk
 * @param unrouted only those of which nobody knows who is competent
 */
public record DossierFilter(
        DossierView view,
        Optional<DossierStatus> status,
        Optional<String> field,
        Optional<String> words,
        Optional<LocalDate> dueFrom,
        Optional<LocalDate> dueTo,
        Optional<String> assignee,
        boolean unrouted) {

    public DossierFilter {
        requireNonNull(view, "view");
        requireNonNull(status, "status");
        requireNonNull(field, "field");
        requireNonNull(words, "words");
        requireNonNull(dueFrom, "dueFrom");
        requireNonNull(dueTo, "dueTo");
        requireNonNull(assignee, "assignee");
    }

    /** Whoever has them, routed or not. */
    public DossierFilter(
            DossierView view,
            Optional<DossierStatus> status,
            Optional<String> field,
            Optional<String> words,
            Optional<LocalDate> dueFrom,
            Optional<LocalDate> dueTo) {
        this(view, status, field, words, dueFrom, dueTo, Optional.empty(), false);
    }

    /** The same of another view, of whoever has them now. */
    public DossierFilter mine(DossierView other) {
        return new DossierFilter(
                other,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                assignee,
                unrouted);
    }

    /** All of a view. */
    public static DossierFilter of(DossierView view) {
        return new DossierFilter(
                view, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether something beside the view narrows the list. */
    public boolean narrowed() {
        return status.isPresent() || field.isPresent() || words.isPresent() || dueFrom.isPresent() || dueTo.isPresent();
    }
}
