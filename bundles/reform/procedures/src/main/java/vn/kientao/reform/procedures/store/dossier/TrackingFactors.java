package vn.kientao.reform.procedures.store.dossier;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;

/** Reads what a citizen must know beside the code. */
public final class TrackingFactors {
    private static final String BY_CODE = """
            SELECT tracking_key, applicant_phone
              FROM procedures.dossier
             WHERE code = ?
            """;
    private static final int PHONE_END = 4;

    public Optional<Factors> of(Handle handle, DossierCode code) {
        return handle.createQuery(BY_CODE)
                .bind(0, code.toString())
                .map((row, context) -> {
                    String phone = row.getString("applicant_phone");
                    return new Factors(
                            row.getString("tracking_key"), phone.substring(Math.max(0, phone.length() - PHONE_END)));
                })
                .findOne();
    }

    /** The second factors of a dossier, either of which will do. */
    public record Factors(String key, String phoneEnd) {}
}
