package vn.kientao.reform.procedures.app.dossier;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.procedures.app.dossier.DeskProcedure.StatedLimit;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;

/**
 * A case (trường hợp) of a procedure as the desk sees it.
 *
 * @param id of the row, which a dossier keeps
 * @param key tells the cases of a procedure apart
 * @param limits its own time limit for each channel
 * @param feeText its own fee in words; empty when the procedure's holds
 * @param form name of the form to fill in; may be empty
 */
public record DeskVariant(
        long id, String key, LocalText name, Map<DossierChannel, StatedLimit> limits, String feeText, String form) {
    public DeskVariant {
        requireNonNull(key, "key");
        requireNonNull(name, "name");
        limits = Map.copyOf(limits);
        requireNonNull(feeText, "feeText");
        requireNonNull(form, "form");
    }
}
