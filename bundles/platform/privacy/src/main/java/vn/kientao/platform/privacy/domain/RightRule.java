package vn.kientao.platform.privacy.domain;

import static java.util.Objects.requireNonNull;

/**
 * How fast a kind of request must be answered in a span of time.
 *
 * @param reply until the person is told that the request has come and what happens to it
 * @param end until it is carried out
 * @param more how much longer it may take, once, with a reason; amount 0 when not at all
 * @param legalBasis decree and article
 */
public record RightRule(long id, TimeSpan reply, TimeSpan end, TimeSpan more, String legalBasis) {
    public RightRule {
        requireNonNull(reply, "reply");
        requireNonNull(end, "end");
        requireNonNull(more, "more");
        requireNonNull(legalBasis, "legalBasis");
    }
}
