package vn.kientao.reform.procedures.app.quality;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import vn.kientao.reform.procedures.domain.quality.QualityClass;
import vn.kientao.reform.procedures.domain.quality.ScoreCard;

/** An officer's scores in a period; the account's name is asked where it is shown. */
public record OfficerScore(String account, ScoreCard card, Optional<QualityClass> rating) {
    public OfficerScore {
        requireNonNull(account, "account");
        requireNonNull(card, "card");
        requireNonNull(rating, "rating");
    }
}
