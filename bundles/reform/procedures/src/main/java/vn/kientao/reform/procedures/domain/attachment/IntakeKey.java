package vn.kientao.reform.procedures.domain.attachment;

import static java.util.Objects.requireNonNull;

/**
 * Whose half-filled intake form it is.
 *
 * @param form the name under which the platform keeps what was typed
 */
public record IntakeKey(String agency, String account, String form) {
    public IntakeKey {
        requireNonNull(agency, "agency");
        requireNonNull(account, "account");
        requireNonNull(form, "form");
    }
}
