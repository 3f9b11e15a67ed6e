package vn.kientao.reform.procedures.web.dossier;

import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;

/**
 * What changed while somebody was filling in a form, and what they had typed.
 *
 * @param typed label → value
 */
public record StaleModel(Page page, Dossier dossier, List<DossierEvent> changes, Map<String, String> typed) {
    public StaleModel {
        changes = List.copyOf(changes);
    }

    public DossierWords.Tag status() {
        return DossierWords.status(dossier.status(), page.texts());
    }
}
