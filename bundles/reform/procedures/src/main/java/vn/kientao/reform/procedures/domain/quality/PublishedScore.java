package vn.kientao.reform.procedures.domain.quality;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.procedures.domain.report.Share;

/**
 * The quality of an agency in a month as it was published (Circular 01/2018/TT-VPCP, Article 15).
 *
 * @param total empty when there was nothing to rate
 * @param inTime settled before or on the due date among all that were settled
 */
public record PublishedScore(
        String agency,
        YearMonth month,
        Optional<BigDecimal> total,
        LocalText className,
        Share inTime,
        List<Index> indices,
        LocalDateTime publishedAt) {
    public PublishedScore {
        requireNonNull(agency, "agency");
        requireNonNull(month, "month");
        requireNonNull(total, "total");
        requireNonNull(className, "className");
        requireNonNull(inTime, "inTime");
        indices = List.copyOf(indices);
        requireNonNull(publishedAt, "publishedAt");
    }

    /** One of the nine. */
    public record Index(QualityIndex index, long points, long dossiers, Optional<BigDecimal> score) {
        public Index {
            requireNonNull(index, "index");
            requireNonNull(score, "score");
        }
    }
}
