package vn.kientao.reform.procedures.web.index766;

import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.index766.IndexItem;
import vn.kientao.reform.procedures.domain.index766.IndexVersion;

/**
 * The sub-points to change, and the versions before.
 *
 * @param seen the newest version when the form was shown
 * @param names of those who made the versions, by account
 */
public record IndexEditModel(
        Page page,
        FormView form,
        IndexVersion version,
        List<IndexVersion> history,
        long seen,
        Map<String, String> names) {
    public IndexEditModel {
        history = List.copyOf(history);
        names = Map.copyOf(names);
    }

    public String most(IndexItem item) {
        return form.values().containsKey("most-" + item.code())
                ? form.value("most-" + item.code())
                : item.most().map(IndexModel::number).orElse("");
    }

    public String fullAt(IndexItem item) {
        return form.values().containsKey("full-" + item.code())
                ? form.value("full-" + item.code())
                : IndexModel.number(item.fullAt());
    }

    public String line(IndexVersion one) {
        return page.text(
                "index766.version",
                Formats.date(one.validFrom()),
                one.reason(),
                names.getOrDefault(one.madeBy(), one.madeBy()),
                Formats.time(one.madeAt()));
    }
}
