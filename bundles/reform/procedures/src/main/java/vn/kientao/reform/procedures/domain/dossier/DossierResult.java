package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * The result of a dossier (kết quả giải quyết).
 *
 * @param number number and symbol of the document
 * @param summary trích yếu
 * @param signer who signed
 */
public record DossierResult(String number, String summary, String signer, LocalDate signedOn) {
    public DossierResult {
        requireNonNull(number, "number");
        requireNonNull(summary, "summary");
        requireNonNull(signer, "signer");
        requireNonNull(signedOn, "signedOn");
    }
}
