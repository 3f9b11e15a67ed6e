package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * Who hands the dossier in (người nộp). Texts that were not given are empty, except the name and the phone number.
 *
 * @param name as entered, never "repaired"
 * @param idNumber personal id number for citizens, tax code or other number for the rest
 * @param phone digits only, leading 0; its last four are the second factor of tracking
 */
public record Applicant(Kind kind, String name, String idNumber, String address, String phone, String email) {
    private static final int FACTOR_LENGTH = 4;

    /** What kind of person or body (loại người nộp). */
    public enum Kind {
        /** Công dân. */
        CITIZEN,
        /** Doanh nghiệp. */
        ENTERPRISE,
        /** Tổ chức. */
        ORGANISATION,
        /** Cơ quan nhà nước. */
        STATE_BODY,
        /** Khác. */
        OTHER;

        /** Its word in forms, addresses and JSON: {@code state-body}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The text key of its name. */
        public String textKey() {
            return "dossier.kind." + word();
        }
    }

    public Applicant {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(idNumber, "idNumber");
        requireNonNull(address, "address");
        requireNonNull(phone, "phone");
        requireNonNull(email, "email");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of the applicant is blank");
        }
        if (phone.length() < FACTOR_LENGTH) {
            throw new IllegalArgumentException(
                    "phone of the applicant has " + phone.length() + " digits (expected: 10)");
        }
    }

    /** The last four digits of the phone number. */
    public String phoneEnd() {
        return phone.substring(phone.length() - FACTOR_LENGTH);
    }
}
