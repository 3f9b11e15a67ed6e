package vn.kientao.reform.procedures.web.competence;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.competence.SentDossier;
import vn.kientao.reform.procedures.web.dossier.DossierWords;

/**
 * Dossiers that other agencies settle.
 *
 * @param names code of an agency → its name
 */
public record SentDossiersModel(
        Page page,
        boolean open,
        List<SentDossier> dossiers,
        boolean more,
        UnaryOperator<String> names,
        LocalDateTime now) {
    public SentDossiersModel {
        dossiers = List.copyOf(dossiers);
    }

    public String name(String code) {
        return names.apply(code);
    }

    public DossierWords.Tag state(SentDossier dossier) {
        return SentWords.state(dossier, page.texts());
    }

    public String next() {
        return page.with("after", dossiers.get(dossiers.size() - 1).code());
    }
}
