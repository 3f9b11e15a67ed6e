package vn.kientao.reform.procedures.domain.petition;

import static java.util.Objects.requireNonNull;

import vn.kientao.platform.api.text.Masking;

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

    /** Senders name themselves in what they write: their words, with what tells who they are masked. */
    public String maskedIn(String text) {
        String masked = masked(text, name, Masking.name(name));
        masked = masked(masked, email, Masking.email(email));
        masked = masked(masked, address, Masking.address(address));
        return masked(masked, phone, Masking.number(phone));
    }

    private static String masked(String text, String known, String shown) {
        return known.isEmpty() ? text : text.replace(known, shown);
    }

    /** Without the person. */
    @Override
    public String toString() {
        return anonymous ? "Sender unknown" : "Sender";
    }
}
