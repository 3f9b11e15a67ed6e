package vn.kientao.reform.steering.domain.programme;

import static java.util.Objects.requireNonNull;

import vn.kientao.platform.api.text.LocalText;

/**
 * A point of a document (khoản, điểm) that orders something.
 *
 * @param code as documents and tests cite it, such as {@code D2.3}
 * @param area code of its area
 * @param summary in short words
 */
public record Clause(long id, long document, String code, String area, LocalText summary) {
    public Clause {
        requireNonNull(code, "code");
        requireNonNull(area, "area");
        requireNonNull(summary, "summary");
    }
}
