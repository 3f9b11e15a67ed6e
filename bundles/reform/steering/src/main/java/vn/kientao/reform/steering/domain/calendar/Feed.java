package vn.kientao.reform.steering.domain.calendar;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * An address under which somebody's own calendar reads the terms of tasks.
 *
 * @param whole all tasks that the agency leads instead of the person's own
 */
public record Feed(String account, String agency, boolean whole, LocalDateTime madeAt) {
    public Feed {
        requireNonNull(account, "account");
        requireNonNull(agency, "agency");
        requireNonNull(madeAt, "madeAt");
    }
}
