package vn.kientao.reform.steering.web.issue;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.issue.Issue;
import vn.kientao.reform.steering.domain.issue.IssueState;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** A list of matters for the chairman. */
public record IssueListModel(
        AgencyNames names, List<Issue> rows, boolean more, boolean first, Optional<IssueState> state) {
    public IssueListModel {
        rows = List.copyOf(rows);
    }

    public Page page() {
        return names.page();
    }

    public boolean raises() {
        return page().can(SteeringPermissions.REPORT);
    }

    public boolean is(IssueState one) {
        return state.filter(one::equals).isPresent();
    }

    public String style(Issue one) {
        return IssueModel.style(one.state());
    }

    public String next() {
        return more ? page().with("after", "" + rows.get(rows.size() - 1).id()) : "";
    }
}
