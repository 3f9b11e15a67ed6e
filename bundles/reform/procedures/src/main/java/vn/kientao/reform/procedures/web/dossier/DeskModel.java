package vn.kientao.reform.procedures.web.dossier;

import java.util.List;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.app.dossier.DeskProcedures;

/** The search for a procedure. */
public record DeskModel(Page page, String words, List<DeskProcedures.Hit> hits) {
    public DeskModel {
        hits = List.copyOf(hits);
    }
}
