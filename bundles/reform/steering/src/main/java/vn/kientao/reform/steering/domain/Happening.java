package vn.kientao.reform.steering.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * Something that was done to a record; never changed afterwards.
 *
 * @param agency code of the agency that did it
 * @param account who did it
 * @param note what was said; may be empty
 * @param <A> the actions on such a record
 */
public record Happening<A>(LocalDateTime at, A action, String agency, String account, String note) {
    public Happening {
        requireNonNull(at, "at");
        requireNonNull(action, "action");
        requireNonNull(agency, "agency");
        requireNonNull(account, "account");
        requireNonNull(note, "note");
    }
}
