package vn.kientao.reform.steering.domain.obstacle;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * Which obstacles a list shows.
 *
 * @param agencies codes of the agency and of those whose work it took over; empty for the whole province
 * @param side in which the agencies are in them
 * @param span without meaning when a state is given
 * @param late only those whose answer is late
 * @param area code of an area
 * @param document of the rule that is in the way, as it was cited
 * @param article of it
 * @param words folded; empty for any
 * @param from first day of raising
 * @param to last day of raising
 */
public record ObstacleFilter(
        Set<String> agencies,
        ObstacleAction.Side side,
        Span span,
        Optional<ObstacleState> state,
        Optional<ObstacleKind> kind,
        Optional<ObstacleCause> cause,
        Optional<String> area,
        Optional<String> document,
        Optional<String> article,
        boolean late,
        String words,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        LocalDateTime now) {
    public ObstacleFilter {
        agencies = Set.copyOf(agencies);
        requireNonNull(side, "side");
        requireNonNull(span, "span");
        requireNonNull(state, "state");
        requireNonNull(kind, "kind");
        requireNonNull(cause, "cause");
        requireNonNull(area, "area");
        requireNonNull(document, "document");
        requireNonNull(article, "article");
        requireNonNull(words, "words");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(now, "now");
    }

    /** Whether an answer is still due. */
    public enum Span {
        OPEN,
        ENDED,
        ALL
    }

    /** All that these agencies have to do with in one of the two ways. */
    public static ObstacleFilter of(Set<String> agencies, ObstacleAction.Side side, Span span, LocalDateTime now) {
        return new ObstacleFilter(
                agencies,
                side,
                span,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                "",
                Optional.empty(),
                Optional.empty(),
                now);
    }

    public ObstacleFilter raised(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new ObstacleFilter(
                agencies, side, span, state, kind, cause, area, document, article, late, words, first, last, now);
    }

    /** With these words, folded. */
    public ObstacleFilter saying(String folded) {
        return new ObstacleFilter(
                agencies, side, span, state, kind, cause, area, document, article, late, folded, from, to, now);
    }

    /** Where a page of the list begins: behind this one. */
    public record Key(LocalDateTime due, long id) {
        public Key {
            requireNonNull(due, "due");
        }
    }
}
