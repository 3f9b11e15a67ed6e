package vn.kientao.reform.procedures.store.report;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;
import vn.kientao.reform.procedures.domain.report.Slice;

/**
 * A range of an index of {@code procedures.dossier_span}: what stood at a moment is two of them, what stands now and what
 * began in the month of that moment and has ended since.
 *
 * @param sql the condition; equality columns of the index first
 * @param values of its parameters
 * @param cut the moment against which open dossiers are late
 */
record SpanRange(Slice slice, String sql, Map<String, LocalDateTime> values, LocalDateTime cut) {

    /** The ranges of a slice, in the order in which a list goes through them. */
    static List<SpanRange> of(Slice slice, Cut cut) {
        return switch (slice) {
            case CARRIED -> openAt(slice, cut.begin());
            case OPEN -> openAt(slice, cut.end());
            case ENTERED ->
                List.of(new SpanRange(
                        slice, "entry = TRUE AND from_at >= :begin AND from_at < :end", between(cut), cut.end()));
            case ENDED ->
                List.of(new SpanRange(
                        slice,
                        "ended = TRUE AND lasting = TRUE AND from_at >= :begin AND from_at < :end",
                        between(cut),
                        cut.end()));
        };
    }

    private static List<SpanRange> openAt(Slice slice, LocalDateTime moment) {
        LocalDateTime month =
                moment.minusNanos(1).toLocalDate().withDayOfMonth(1).atStartOfDay();
        return List.of(
                new SpanRange(
                        slice,
                        "ended = FALSE AND lasting = TRUE AND from_at < :moment",
                        Map.of("moment", moment),
                        moment),
                new SpanRange(
                        slice,
                        "ended = FALSE AND lasting = FALSE AND from_at >= :month AND from_at < :moment"
                                + " AND to_at >= :moment",
                        Map.of("moment", moment, "month", month),
                        moment));
    }

    private static Map<String, LocalDateTime> between(Cut cut) {
        return Map.of("begin", cut.begin(), "end", cut.end());
    }

    /** The columns of the index that the range is of, those of equality first. */
    String order(Cut of) {
        boolean one = of.agency().isPresent();
        if (slice == Slice.ENTERED) {
            return "entry, " + (one ? "agency_code, " : "") + "from_at, dossier_id";
        }
        return (one ? "agency_code, " : "") + "ended, lasting, from_at, dossier_id";
    }

    /** Whether the end of a dossier is what counts, and not where it stood at the cut. */
    boolean ofEnds() {
        return slice == Slice.ENDED;
    }

    <S extends SqlStatement<S>> S bound(S statement, Cut of) {
        values.forEach(statement::bind);
        of.agency().ifPresent(agency -> statement.bind("agency", agency));
        of.field().ifPresent(field -> statement.bind("field", field));
        of.narrowing().officer().ifPresent(officer -> statement.bind("officer", officer));
        of.narrowing().asked().ifPresent(asked -> statement.bind("asked", asked));
        return statement.define("range", conditions(of));
    }

    private String conditions(Cut of) {
        return (of.agency().isPresent() ? "agency_code = :agency AND " : "")
                + sql
                + (of.field().isPresent() ? " AND field = :field" : "")
                + (of.narrowing().officer().isPresent() ? " AND (account = :officer OR received_by = :officer)" : "")
                + (of.narrowing().asked().isPresent()
                        ? " AND CASE WHEN supplements > 2 THEN 2 ELSE supplements END = :asked"
                        : "")
                + (of.narrowing().result() ? " AND status = 9" : "")
                + of.narrowing()
                        .trait()
                        .map(trait -> " AND " + SpanShares.condition(trait))
                        .orElse("");
    }
}
