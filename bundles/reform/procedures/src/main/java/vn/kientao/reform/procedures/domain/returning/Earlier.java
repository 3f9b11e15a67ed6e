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
 * @param results what the agency has decided for them, newest first; refusals are none
 */
public record Earlier(List<Value> values, List<Paper> papers, List<Result> results) {
    public static final Earlier NOTHING = new Earlier(List.of(), List.of(), List.of());

    public Earlier {
        values = List.copyOf(values);
        papers = List.copyOf(papers);
        results = List.copyOf(results);
    }

    public boolean isEmpty() {
        return values.isEmpty() && papers.isEmpty() && results.isEmpty();
    }

    /** The newest paper of this name; case and diacritics do not matter. */
    public Optional<Paper> paper(String name) {
        return papers.stream()
                .filter(paper -> Folding.fold(paper.name()).equals(Folding.fold(name)))
                .findFirst();
    }

    /** The newest result that is what a paper of this name asks for: one name begins with the other. */
    public Optional<Result> result(String paperName) {
        String asked = Folding.fold(paperName);
        return results.stream()
                .filter(result -> {
                    String given = Folding.fold(result.summary());
                    return asked.startsWith(given) || given.startsWith(asked);
                })
                .findFirst();
    }

    /**
     * The result of an earlier dossier.
     *
     * @param number number and symbol of the document
     * @param summary what it is
     * @param source code of the dossier
     * @param on when it was signed
     */
    public record Result(String number, String summary, String source, LocalDate on) {
        public Result {
            requireNonNull(number, "number");
            requireNonNull(summary, "summary");
            requireNonNull(source, "source");
            requireNonNull(on, "on");
        }
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
