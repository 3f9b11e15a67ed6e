package vn.kientao.reform.procedures.domain.petition;

import static java.util.Objects.requireNonNull;

/**
 * Who sends a petition. All texts are empty when the sender stays unknown.
 *
 * @param phone digits only
 */
public record Sender(boolean anonymous, String name, String phone, String email, String address) {
    /** Somebody who gives no name. */
    public static final Sender UNKNOWN = new Sender(true, "", "", "", "");

    public Sender {
        requireNonNull(name, "name");
        requireNonNull(phone, "phone");
        requireNonNull(email, "email");
        requireNonNull(address, "address");
    }

    /** Without the person. */
    @Override
    public String toString() {
        return anonymous ? "Sender unknown" : "Sender";
    }
}
