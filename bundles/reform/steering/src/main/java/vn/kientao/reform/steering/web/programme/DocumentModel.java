package vn.kientao.reform.steering.web.programme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.domain.programme.Clause;
import vn.kientao.reform.steering.domain.task.TaskFigures;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * A document, clause by clause.
 *
 * @param leads names of the agencies that lead the areas today, by code of the area; an area without one is missing
 */
public record DocumentModel(
        Page page, Programmes.Course course, List<Area> areas, Map<String, String> leads, AgencyNames names) {
    public DocumentModel {
        areas = List.copyOf(areas);
        leads = Map.copyOf(leads);
    }

    /** Who leads the area of a clause. */
    public String lead(Clause clause) {
        return leads.getOrDefault(clause.area(), page.text("programme.area.none"));
    }

    public String summary(Clause clause) {
        return page.texts().get(clause.summary());
    }

    public String area(Clause clause) {
        return areas.stream()
                .filter(area -> area.code().equals(clause.area()))
                .findFirst()
                .map(area -> page.texts().get(area.name()))
                .orElse(clause.area());
    }

    public TaskFigures figures(Clause clause) {
        return course.of(clause);
    }

    /** The list behind the numbers of a clause; empty on public pages. */
    public Optional<String> tasks(Clause clause) {
        if (page.agencyCode().isEmpty() || !page.can(SteeringPermissions.PROVINCE)) {
            return Optional.empty();
        }
        return Optional.of(page.link("/tasks?scope=all&clause=" + clause.id()));
    }

    /** Where a task for a clause is given; empty for who gives none. */
    public Optional<String> give(Clause clause) {
        if (page.agencyCode().isEmpty() || !page.can(SteeringPermissions.GIVE)) {
            return Optional.empty();
        }
        return Optional.of(page.link("/tasks/new?clause=" + clause.id() + "&document="
                + course.document().id() + "&area=" + clause.area()));
    }

    /** Whether the reader can give the tasks of all its clauses at once. */
    public boolean givesAll() {
        return page.agencyCode().isPresent()
                && page.can(SteeringPermissions.PROGRAMME)
                && !course.open().isEmpty();
    }

    public String programmeLink() {
        return page.agencyCode().isEmpty() ? page.openLink("/") : page.link("/programme");
    }
}
