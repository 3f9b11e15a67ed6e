package vn.kientao.reform.procedures.web.paper;

import java.util.List;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.paper.PaperAgency;

/**
 * What may be printed beside the papers of one dossier.
 *
 * @param years of the register, newest first
 * @param today for the list of results
 */
public record PrintModel(Page page, PaperAgency says, List<Integer> years, String today, FormView form) {
    public PrintModel {
        years = List.copyOf(years);
    }
}
