package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The result of a dossier (kết quả giải quyết).
 *
 * @param number number and symbol of the document
 * @param summary trích yếu
 * @param signer who signed
 * @param electronic whether it was issued electronically; null when nobody has said, as with results from before that was asked
 */
public record DossierResult(
        String number,
        String summary,
        String signer,
        LocalDate signedOn,
        @Nullable Boolean electronic) {
    public DossierResult {
        requireNonNull(number, "number");
        requireNonNull(summary, "summary");
        requireNonNull(signer, "signer");
        requireNonNull(signedOn, "signedOn");
    }

    /** A result of which nobody has said whether it was issued electronically. */
    public DossierResult(String number, String summary, String signer, LocalDate signedOn) {
        this(number, summary, signer, signedOn, null);
    }
}
