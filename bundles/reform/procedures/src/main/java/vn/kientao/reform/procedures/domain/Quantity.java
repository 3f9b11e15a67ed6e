package vn.kientao.reform.procedures.domain;

/**
 * How many of a paper are handed in (số lượng).
 *
 * @param originals bản chính
 * @param copies bản sao
 * @param stated false when the published text does not tell; both numbers are then nought
 */
public record Quantity(int originals, int copies, boolean stated) {

    public static final Quantity UNSTATED = new Quantity(0, 0, false);

    public Quantity {
        if (originals < 0 || copies < 0) {
            throw new IllegalArgumentException("quantity " + originals + "+" + copies + " (expected: >= 0)");
        }
        if (!stated && originals + copies > 0) {
            throw new IllegalArgumentException(
                    "unstated quantity " + originals + "+" + copies + " (expected: nought when unstated)");
        }
    }

    public static Quantity of(int originals, int copies) {
        return new Quantity(originals, copies, true);
    }

    /** Tells whether nothing is to be handed in: such a line is a note among the papers, or is only shown. */
    public boolean isNought() {
        return stated && originals == 0 && copies == 0;
    }
}
