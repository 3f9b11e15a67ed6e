package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.refuse;
import static vn.kientao.platform.kernel.Sentences.say;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.store.ReleaseRow;

/** Which older versions a module can go back to. */
public final class WayBack {

    private WayBack() {}

    /** The older versions that have served before {@code live} and whose data is still there, the last that served first. */
    public static List<ReleaseRow> open(Cut live, List<ReleaseRow> known) {
        return served(live, known).stream()
                .filter(row -> row.kept() && row.heldBack().isEmpty() && !closed(live, row, known))
                .toList();
    }

    /**
     * The version to go back to: the one that served last before. A newer one that was taken back from is not it.
     *
     * @throws ReleaseRefusedException when none has served before, or its data has been contracted
     */
    static Cut from(Cut live, List<ReleaseRow> known) {
        ReleaseRow target = served(live, known).stream()
                .filter(row -> row.kept() && row.heldBack().isEmpty())
                .findFirst()
                .orElseThrow(() -> refuse("kernel.refused.nothing-before", live.module(), live.version()));
        if (closed(live, target, known)) {
            throw refuse("kernel.refused.contracted", live.module(), live.version(), target.version());
        }
        return target.cut();
    }

    /**
     * A certain version to go back to; newer ones too, when they have served and been taken back from.
     *
     * @throws ReleaseRefusedException when it has never served, is not kept or held back, or its data has been contracted
     */
    static Cut to(Version version, Cut live, List<ReleaseRow> known) {
        ReleaseRow target = known.stream()
                .filter(row -> row.version().equals(version))
                .findFirst()
                .orElseThrow(() -> refuse("kernel.refused.never-served", live.module(), version));
        problem(target, live, known).ifPresent(reason -> {
            throw new ReleaseRefusedException(reason);
        });
        return target.cut();
    }

    /** Why {@code live} cannot give way to a version. */
    public static Optional<LocalText> problem(ReleaseRow target, Cut live, List<ReleaseRow> known) {
        if (target.servedAt().isEmpty()) {
            return Optional.of(say("kernel.refused.never-served", live.module(), target.version()));
        }
        if (target.cut().equals(live)) {
            return Optional.of(say("kernel.refused.serves-already", live.module(), target.version()));
        }
        if (!target.kept()) {
            return Optional.of(say("kernel.failed.artifact-gone", live.module(), target.version()));
        }
        return closed(live, target, known)
                ? Optional.of(say("kernel.refused.contracted", live.module(), live.version(), target.version()))
                : target.heldBack();
    }

    private static List<ReleaseRow> served(Cut live, List<ReleaseRow> known) {
        return known.stream()
                .filter(row -> row.version().compareTo(live.version()) < 0)
                .filter(row -> row.servedAt().isPresent())
                .sorted(Comparator.comparing((ReleaseRow row) -> row.servedAt().orElseThrow())
                        .thenComparing(ReleaseRow::version)
                        .reversed())
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
