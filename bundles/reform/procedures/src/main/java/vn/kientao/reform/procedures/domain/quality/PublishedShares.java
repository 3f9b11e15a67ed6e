package vn.kientao.reform.procedures.domain.quality;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Map;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.domain.report.ShareKind;

/** The shares of an agency in a month as it published them. */
public record PublishedShares(YearMonth month, String agency, LocalDateTime publishedAt, Map<ShareKind, Share> shares) {

    public PublishedShares {
        requireNonNull(month, "month");
        requireNonNull(agency, "agency");
        requireNonNull(publishedAt, "publishedAt");
        shares = Map.copyOf(shares);
    }

    /** 0 of 0 for one that was not published. */
    public Share of(ShareKind kind) {
        return shares.getOrDefault(kind, new Share(0, 0));
    }

    public Key key() {
        return new Key(month, agency);
    }

    /** Its place among all: by month, then by agency. */
    public record Key(YearMonth month, String agency) {
        public Key {
            requireNonNull(month, "month");
            requireNonNull(agency, "agency");
        }
    }
}
