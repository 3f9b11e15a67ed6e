package vn.kientao.reform.procedures.app.quality;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.quality.BodyFacts;
import vn.kientao.reform.procedures.domain.quality.QualityClass;
import vn.kientao.reform.procedures.domain.quality.QualityEntry;
import vn.kientao.reform.procedures.domain.quality.ScoreCard;
import vn.kientao.reform.procedures.domain.report.Share;

/**
 * A body's scores in a period and what they are made of.
 *
 * @param inTime settled before or on the due date among all that were settled
 */
public record BodyScore(
        ScoreCard card, Optional<QualityClass> rating, BodyFacts facts, Share inTime, List<QualityEntry> entries) {
    public BodyScore {
        requireNonNull(card, "card");
        requireNonNull(rating, "rating");
        requireNonNull(facts, "facts");
        requireNonNull(inTime, "inTime");
        entries = List.copyOf(entries);
    }
}
