package vn.kientao.reform.procedures.domain.report;

import static vn.kientao.reform.procedures.domain.dossier.DossierChannel.ONLINE;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;

/**
 * What a column of a report counts. {@code total = carried + online + direct = settled + process + paused + rejected} in
 * every period, because each dossier that was there counts once on either side.
 */
@SuppressWarnings("ImmutableEnumChecker") // what Set.of makes does not change
public enum Measure {
    /** Tiếp nhận, tổng số: carried over and received. */
    TOTAL(Set.of(Slice.CARRIED, Slice.ENTERED), Set.of(Heading.values()), Set.of(Timing.values())),
    /** Tiếp nhận trong kỳ, trực tuyến. */
    ONLINE_RECEIVED("online", Set.of(Slice.ENTERED), Set.of(Heading.values()), Set.of(Timing.values())),
    /** Tiếp nhận trong kỳ, trực tiếp và bưu chính. */
    DIRECT(Set.of(Slice.ENTERED), Set.of(Heading.values()), Set.of(Timing.values())),
    /** Tiếp nhận trong kỳ, bằng mọi cách. */
    RECEIVED(Set.of(Slice.ENTERED), Set.of(Heading.values()), Set.of(Timing.values())),
    /** Từ kỳ trước chuyển qua. */
    CARRIED(Set.of(Slice.CARRIED), Set.of(Heading.values()), Set.of(Timing.values())),
    SETTLED(Set.of(Slice.ENDED), Set.of(Heading.SETTLED), Set.of(Timing.values())),
    EARLY(Set.of(Slice.ENDED), Set.of(Heading.SETTLED), Set.of(Timing.EARLY)),
    ON_TIME(Set.of(Slice.ENDED), Set.of(Heading.SETTLED), Set.of(Timing.ON_TIME)),
    OVERDUE(Set.of(Slice.ENDED), Set.of(Heading.SETTLED), Set.of(Timing.LATE)),
    PROCESS(Set.of(Slice.OPEN), Set.of(Heading.PROCESS), Set.of(Timing.values())),
    IN_TIME(Set.of(Slice.OPEN), Set.of(Heading.PROCESS), Set.of(Timing.EARLY, Timing.ON_TIME)),
    LATE(Set.of(Slice.OPEN), Set.of(Heading.PROCESS), Set.of(Timing.LATE)),
    PAUSED(Set.of(Slice.OPEN, Slice.ENDED), Set.of(Heading.PAUSED), Set.of(Timing.values())),
    REJECTED(Set.of(Slice.ENDED), Set.of(Heading.REJECTED), Set.of(Timing.values()));

    private final String word;
    private final Set<Slice> slices;
    private final Set<Heading> headings;
    private final Set<Timing> timings;

    Measure(Set<Slice> slices, Set<Heading> headings, Set<Timing> timings) {
        this("", slices, headings, timings);
    }

    Measure(String word, Set<Slice> slices, Set<Heading> headings, Set<Timing> timings) {
        this.word = word.isEmpty() ? name().toLowerCase(Locale.ROOT).replace('_', '-') : word;
        this.slices = slices;
        this.headings = headings;
        this.timings = timings;
    }

    /** Its word in addresses, JSON, text keys and the table of columns: {@code on-time}. */
    public String word() {
        return word;
    }

    public static Optional<Measure> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    public Set<Slice> slices() {
        return slices;
    }

    public Set<Timing> timings() {
        return timings;
    }

    public boolean counts(Heading heading) {
        return headings.contains(heading);
    }

    public boolean counts(DossierChannel channel) {
        return switch (this) {
            case ONLINE_RECEIVED -> channel == ONLINE;
            case DIRECT -> channel != ONLINE;
            default -> true;
        };
    }

    boolean counts(Tally tally) {
        return slices.contains(tally.slice())
                && counts(tally.heading())
                && timings.contains(tally.timing())
                && counts(tally.channel());
    }
}
