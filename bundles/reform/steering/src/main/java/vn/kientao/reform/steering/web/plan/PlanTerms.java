package vn.kientao.reform.steering.web.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.steering.app.programme.Programmes.Ordered;
import vn.kientao.reform.steering.domain.goal.Target;
import vn.kientao.reform.steering.domain.programme.Area;

/**
 * What a line of a plan can name: areas, agencies, clauses and targets. Found by code or, as people write them, by name; what has
 * ended can no longer be named, and lines that have named it still show it.
 *
 * @param day on which it is named
 */
public record PlanTerms(
        List<Area> areas, List<Agency> agencies, List<Ordered> clauses, List<Target> targets, LocalDate day) {
    public PlanTerms {
        areas = List.copyOf(areas);
        agencies = List.copyOf(agencies);
        clauses = List.copyOf(clauses);
        targets = List.copyOf(targets);
    }

    Optional<Area> area(String word) {
        return areas.stream()
                .filter(area -> area.code().equals(word) || named(area.name(), word))
                .findFirst();
    }

    Optional<Agency> agency(String word) {
        Optional<Agency> coded =
                agencies.stream().filter(one -> one.code().equals(word)).findFirst();
        return coded.or(
                () -> agencies.stream().filter(one -> named(one.name(), word)).findFirst());
    }

    /** A clause by its whole key, or by its code alone when one document has it. */
    Optional<Ordered> clause(String word) {
        return only(one -> one.key().equals(word))
                .or(() -> only(one -> one.clause().code().equals(word)));
    }

    private Optional<Ordered> only(Predicate<Ordered> wanted) {
        List<Ordered> found = clauses.stream()
                .filter(one -> !one.endedBy(day))
                .filter(wanted)
                .limit(2)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    Optional<Ordered> clause(long id) {
        return clauses.stream().filter(one -> one.clause().id() == id).findFirst();
    }

    Optional<Target> target(String code) {
        return targets.stream()
                .filter(one -> one.validOn(day) && one.code().equals(code))
                .findFirst();
    }

    /** The clauses that a form offers: those in force, and what was chosen before. */
    public List<Ordered> clauses(String chosen) {
        return clauses.stream()
                .filter(one -> !one.endedBy(day) || one.key().equals(chosen))
                .toList();
    }

    /** The targets that a form offers: those of the day, and what was chosen before. */
    public List<Target> targets(String chosen) {
        return targets.stream()
                .filter(one -> one.validOn(day) || one.code().equals(chosen))
                .toList();
    }

    Optional<Target> target(long id) {
        return targets.stream().filter(one -> one.id() == id).findFirst();
    }

    private static boolean named(LocalText name, String word) {
        String folded = Folding.fold(word);
        return Folding.fold(name.vi()).equals(folded) || Folding.fold(name.en()).equals(folded);
    }
}
