package vn.kientao.reform.procedures.domain.publication;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** A signed decision of announcement (quyết định công bố thủ tục hành chính): {@code 163/QĐ-UBND}. */
public record Decision(String number, LocalDate signedOn, String issuer) {

    public Decision {
        requireNonNull(number, "number");
        requireNonNull(signedOn, "signedOn");
        requireNonNull(issuer, "issuer");
        if (number.isBlank()) {
            throw new IllegalArgumentException("decision without a number");
        }
    }
}
