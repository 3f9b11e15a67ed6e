package vn.kientao.reform.steering.web.handover;

import java.util.List;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.table.FileLinks;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.handover.Holding;
import vn.kientao.reform.steering.domain.handover.Run;
import vn.kientao.reform.steering.web.AgencyNames;

/**
 * What agencies that have ended still have to do.
 *
 * @param agencies those that exist
 */
public record HandOverModel(
        FormView form, List<Holding> holdings, List<Run> runs, List<Agency> agencies, AgencyNames names) {
    /** More are in the file. */
    private static final int SHOWN = 100;

    public HandOverModel {
        holdings = List.copyOf(holdings);
        runs = List.copyOf(runs);
        agencies = List.copyOf(agencies);
    }

    public Page page() {
        return form.page();
    }

    public List<Holding> clear() {
        return holdings.stream().filter(Holding::clear).toList();
    }

    public List<Holding> shown() {
        return clear().stream().limit(SHOWN).toList();
    }

    public List<Holding> byHand() {
        return holdings.stream().filter(one -> !one.clear()).limit(SHOWN).toList();
    }

    /** Those that could take it over; all that exist when the register names none. */
    public List<Agency> choices(Holding holding) {
        return holding.successors().isEmpty()
                ? agencies
                : agencies.stream()
                        .filter(one -> holding.successors().contains(one.code()))
                        .toList();
    }

    public String name(Agency agency) {
        return page().texts().get(agency.name());
    }

    public FileLinks files() {
        return new FileLinks(page(), "/handover");
    }
}
