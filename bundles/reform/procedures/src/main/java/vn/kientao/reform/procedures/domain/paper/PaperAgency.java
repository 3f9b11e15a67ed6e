package vn.kientao.reform.procedures.domain.paper;

import static java.util.Objects.requireNonNull;

/**
 * What the papers of an agency say about itself.
 *
 * @param place where they are issued
 * @param abbreviation behind the symbol of a number, such as {@code STP}
 * @param phone of the one-stop desk; may be empty
 * @param signsAs what stands above the signature of a letter, such as {@code GIÁM ĐỐC}; empty for the head of the agency
 * @param signer name of who signs letters; may be empty
 */
public record PaperAgency(String place, String abbreviation, String phone, String signsAs, String signer) {
    private static final String UNKNOWN_PLACE = "……………";

    public PaperAgency {
        requireNonNull(place, "place");
        requireNonNull(abbreviation, "abbreviation");
        requireNonNull(phone, "phone");
        requireNonNull(signsAs, "signsAs");
        requireNonNull(signer, "signer");
        if (place.isBlank() || abbreviation.isBlank()) {
            throw new IllegalArgumentException("place and abbreviation are not blank");
        }
    }

    /** Of an agency that has not said: dots to write on, and its code. */
    public static PaperAgency unknown(String code) {
        return new PaperAgency(UNKNOWN_PLACE, code, "", "", "");
    }
}
