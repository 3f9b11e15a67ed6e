package vn.kientao.reform.steering.domain.plan;

import static java.util.Objects.requireNonNull;

/**
 * A published edition in the list for everybody, with how far its year has come.
 *
 * @param items how many lines it has
 * @param done how many of them are done
 * @param overdue how many are late and not done
 */
public record OpenPlan(Plan plan, long items, long done, long overdue) {
    private static final int WHOLE = 100;

    public OpenPlan {
        requireNonNull(plan, "plan");
    }

    /** Percent of the lines that are done, rounded down; 0 without any. */
    public long share() {
        return items == 0 ? 0 : done * WHOLE / items;
    }

    /** Where it stands in the list. */
    public Key key() {
        return new Key(plan.year(), plan.agency());
    }

    /** Behind which plan a page begins: the newest year first, then by code of the agency. */
    public record Key(int year, String agency) {
        public Key {
            requireNonNull(agency, "agency");
        }
    }
}
