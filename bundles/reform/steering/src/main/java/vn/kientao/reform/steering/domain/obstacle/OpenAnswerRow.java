package vn.kientao.reform.steering.domain.obstacle;

import static java.util.Objects.requireNonNull;

/**
 * A published answer in the list for everybody.
 *
 * @param area code of its area
 * @param holder code of the agency that answered
 */
public record OpenAnswerRow(long id, String code, String area, String holder, Answer.OpenAnswer open) {
    public OpenAnswerRow {
        requireNonNull(code, "code");
        requireNonNull(area, "area");
        requireNonNull(holder, "holder");
        requireNonNull(open, "open");
    }
}
