package vn.kientao.reform.steering.web.issue;

import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.issue.Issue;
import vn.kientao.reform.steering.domain.issue.IssueState;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.web.AgencyNames;

/**
 * The page of a matter for the chairman.
 *
 * @param decides whether the reader may decide on it now
 * @param closes whether the reader may say now what came of it
 * @param people name by account
 */
public record IssueModel(
        FormView form,
        Issue issue,
        boolean decides,
        boolean closes,
        List<Area> areas,
        List<Agency> agencies,
        AgencyNames names,
        Map<String, String> people) {
    public IssueModel {
        areas = List.copyOf(areas);
        agencies = List.copyOf(agencies);
        people = Map.copyOf(people);
    }

    public Page page() {
        return form.page();
    }

    public String area() {
        return areas.stream()
                .filter(area -> area.code().equals(issue.area()))
                .findFirst()
                .map(area -> page().texts().get(area.name()))
                .orElse(issue.area());
    }

    public String style() {
        return style(issue.state());
    }

    static String style(IssueState state) {
        return switch (state) {
            case RAISED -> "kt-tag kt-tag-need";
            case DECIDED -> "kt-tag kt-tag-progress";
            case CLOSED -> "kt-tag kt-tag-done";
        };
    }

    public String raised() {
        return people.getOrDefault(issue.raisedBy(), issue.raisedBy()) + ", " + Formats.time(issue.raisedAt());
    }

    public String decided() {
        return issue.decidedAt()
                .map(at -> people.getOrDefault(issue.decidedBy(), issue.decidedBy()) + ", " + Formats.time(at))
                .orElse("");
    }
}
