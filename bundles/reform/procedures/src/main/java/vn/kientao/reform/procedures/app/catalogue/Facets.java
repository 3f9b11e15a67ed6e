package vn.kientao.reform.procedures.app.catalogue;

import java.util.List;

/**
 * The values by which a search can be narrowed, each with how many procedures it would leave; a value that would leave
 * none is not there. Fields, agencies in alphabetical order, the others in theirs.
 *
 * @param levels by the name of the constant
 * @param online how many can be handed in online
 * @param gaps by the name of the constant
 */
public record Facets(List<Value> fields, List<Value> levels, List<Value> agencies, int online, List<Value> gaps) {

    public Facets {
        fields = List.copyOf(fields);
        levels = List.copyOf(levels);
        agencies = List.copyOf(agencies);
        gaps = List.copyOf(gaps);
    }

    /** A value and how many procedures have it. */
    public record Value(String name, int count) {}
}
