package vn.kientao.reform.steering.web.pilot;

import java.math.BigDecimal;
import java.util.Optional;
import vn.kientao.reform.steering.domain.pilot.PilotState;

/** How states and numbers of pilots are said and coloured. */
final class PilotWords {
    private PilotWords() {}

    static String style(PilotState state) {
        return switch (state) {
            case PROPOSED, CONCLUDED -> "kt-tag kt-tag-need";
            case APPROVED, RUNNING, REVIEWED -> "kt-tag kt-tag-progress";
            case DECIDED -> "kt-tag kt-tag-done";
            case REFUSED -> "kt-tag";
        };
    }

    /** A number as people read it, without zeros behind the comma; a dash when there is none. */
    static String number(Optional<BigDecimal> value) {
        return value.map(one -> one.stripTrailingZeros().toPlainString().replace('.', ','))
                .orElse("–");
    }
}
