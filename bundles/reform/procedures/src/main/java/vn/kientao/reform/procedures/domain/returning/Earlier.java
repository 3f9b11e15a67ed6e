package vn.kientao.reform.procedures.domain.returning;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.text.Folding;

/**
 * What an applicant has given the agency before.
 *
 * @param values the newest of each field of the profile
 * @param papers what was handed in, has been digitised and is still valid, newest first
 */
public record Earlier(List<Value> values, List<Paper> papers) {
    public static final Earlier NOTHING = new Earlier(List.of(), List.of());

    public Earlier {
        values = List.copyOf(values);
        papers = List.copyOf(papers);
    }

    public boolean isEmpty() {
        return values.isEmpty() && papers.isEmpty();
    }

    /** The newest paper of this name; case and diacritics do not matter. */
    public Optional<Paper> paper(String name) {
        return papers.stream()
                .filter(paper -> Folding.fold(paper.name()).equals(Folding.fold(name)))
                .findFirst();
    }

    /**
     * A value of the profile.
     *
     * @param field as the field of the intake form is called
     * @param source code of the dossier that it stands in
     * @param on when that one was received
     */
    public record Value(String field, String value, String source, LocalDate on) {
        public Value {
            requireNonNull(field, "field");
            requireNonNull(value, "value");
            requireNonNull(source, "source");
            requireNonNull(on, "on");
        }
    }

    /**
     * A digitised paper of an earlier dossier.
     *
     * @param validTo the last day on which it may be used; empty when it does not end
     */
    public record Paper(String name, String source, LocalDate on, Optional<LocalDate> validTo) {
        public Paper {
            requireNonNull(name, "name");
            requireNonNull(source, "source");
            requireNonNull(on, "on");
            requireNonNull(validTo, "validTo");
        }
    }
}
