package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.refuse;

import java.util.Comparator;
import java.util.List;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.store.ReleaseRow;

/** Which older versions a module can go back to. */
public final class WayBack {

    private WayBack() {}

    /** The versions that have served before {@code live} and whose data is still there, newest first. */
    public static List<ReleaseRow> open(Cut live, List<ReleaseRow> known) {
        return served(live, known).stream()
                .filter(row -> row.kept() && !closed(live, row, known))
                .toList();
    }

    /**
     * The version to go back to.
     *
     * @throws ReleaseRefusedException when none has served before, or its data has been contracted
     */
    static Cut from(Cut live, List<ReleaseRow> known) {
        ReleaseRow target = served(live, known).stream()
                .filter(ReleaseRow::kept)
                .findFirst()
                .orElseThrow(() -> refuse("kernel.refused.nothing-before", live.module(), live.version()));
        if (closed(live, target, known)) {
            throw refuse("kernel.refused.contracted", live.module(), live.version(), target.version());
        }
        return target.cut();
    }

    private static List<ReleaseRow> served(Cut live, List<ReleaseRow> known) {
        return known.stream()
                .filter(row -> row.version().compareTo(live.version()) < 0)
                .filter(row -> row.servedAt().isPresent())
                .sorted(Comparator.comparing(ReleaseRow::version).reversed())
                .toList();
    }

    /** Whether a release after {@code target}, up to the live one, has removed what {@code target} needs. */
    private static boolean closed(Cut live, ReleaseRow target, List<ReleaseRow> known) {
        return known.stream()
                .filter(row -> row.contractedAt().isPresent())
                .anyMatch(row -> row.version().compareTo(target.version()) > 0
                        && row.version().compareTo(live.version()) <= 0);
    }
}
