package vn.kientao.reform.steering.web.programme;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.domain.programme.Clause;
import vn.kientao.reform.steering.domain.programme.Document;
import vn.kientao.reform.steering.domain.task.TaskFigures;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * A document, clause by clause.
 *
 * @param replacedBy the document that took its place
 * @param leads name of the agency that carries a clause out today; empty when it is not known
 */
public record DocumentModel(
        Page page,
        Programmes.Course course,
        Optional<Document> replacedBy,
        List<Area> areas,
        Function<Clause, String> leads,
        AgencyNames names) {
    public DocumentModel {
        areas = List.copyOf(areas);
    }

    /** Who carries a clause out, or leads its area. */
    public String lead(Clause clause) {
        String lead = leads.apply(clause);
        return lead.isEmpty() ? page.text("programme.area.none") : lead;
    }

    /** Who helps, in words; empty when nobody does. */
    public String helpers(Clause clause) {
        return clause.cooperating().stream().map(names::of).collect(Collectors.joining("; "));
    }

    /** The term that a clause sets; empty when it sets none. */
    public String due(Clause clause) {
        return clause.due().map(Formats::date).orElse("");
    }

    /** When a clause ended; empty as long as it is in force. */
    public String ended(Clause clause) {
        return clause.validTo()
                .filter(day -> course.ended(clause))
                .map(Formats::date)
                .orElse("");
    }

    /** Issuer, number and day of the document. */
    public String about() {
        return DocumentWords.about(page, course.document());
    }

    /** Until when the document is in force, or what took its place; empty when neither is known. */
    public String validity() {
        return DocumentWords.validity(page, course.document());
    }

    /** Whether the reader keeps the programme from this page. */
    public boolean keeps() {
        return page.agencyCode().isPresent() && page.can(SteeringPermissions.PROGRAMME);
    }

    public String edit(Clause clause) {
        return page.link("/programme/" + course.document().code() + "/clauses/" + clause.code());
    }

    public String link(Document document) {
        String path = "/programme/" + document.code();
        return page.agencyCode().isEmpty() ? page.openLink(path) : page.link(path);
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
        if (page.agencyCode().isEmpty() || course.ended(clause) || !page.can(SteeringPermissions.GIVE)) {
            return Optional.empty();
        }
        return Optional.of(page.link("/tasks/new?clause=" + clause.id() + "&document="
                + course.document().id() + "&area=" + clause.area()));
    }

    /** Whether the reader can give the tasks of all its clauses at once. */
    public boolean givesAll() {
        return keeps() && !course.open().isEmpty();
    }

    public String programmeLink() {
        return page.agencyCode().isEmpty() ? page.openLink("/") : page.link("/programme");
    }
}
