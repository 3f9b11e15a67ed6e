package vn.kientao.reform.procedures.web.citizen;

import java.util.List;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.app.dossier.DeskProcedures;

/** Which procedure somebody wants to fill a form in for. */
public record PrefillChoice(Page page, String words, List<DeskProcedures.Hit> hits) {
    public PrefillChoice {
        hits = List.copyOf(hits);
    }
}
