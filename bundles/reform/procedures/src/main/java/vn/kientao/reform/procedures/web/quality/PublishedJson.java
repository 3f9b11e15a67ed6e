package vn.kientao.reform.procedures.web.quality;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kientao.reform.procedures.domain.quality.PublishedScore;

/**
 * The published quality of an agency in a month, as open data.
 *
 * @param month {@code 2026-11}
 * @param onTimePercent two decimals; null when nothing was settled
 */
public record PublishedJson(
        String agency,
        String month,
        @Nullable BigDecimal total,
        String rating,
        long settled,
        long settledInTime,
        @Nullable BigDecimal onTimePercent,
        List<Index> indices) {
    public PublishedJson {
        indices = List.copyOf(indices);
    }

    static PublishedJson of(PublishedScore score) {
        return new PublishedJson(
                score.agency(),
                score.month().toString(),
                score.total().orElse(null),
                score.className().vi(),
                score.inTime().whole(),
                score.inTime().part(),
                score.inTime().percent().orElse(null),
                score.indices().stream()
                        .map(index -> new Index(
                                index.index().number(),
                                index.points(),
                                index.dossiers(),
                                index.score().orElse(null)))
                        .toList());
    }

    /** One of the nine indices. */
    public record Index(
            int index, long points, long dossiers, @Nullable BigDecimal score) {}

    /** What a month's address answers with. */
    public record Month(String month, List<PublishedJson> items) {
        public Month {
            items = List.copyOf(items);
        }
    }
}
