package vn.kientao.platform.directory.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.directory.domain.AgencyHours;

/**
 * One agency and its history.
 *
 * @param successorNote who took over, in words; may be empty
 * @param note may be empty
 * @param hours office hours of its own, the newest first
 * @param typed what stands in the form of hours
 */
public record AgencyModel(
        Page page,
        AgencyListModel.Row agency,
        Optional<Link> parent,
        List<Link> predecessors,
        List<Link> successors,
        String successorNote,
        List<Link> children,
        String note,
        List<AgencyHours> hours,
        LocalDate today,
        Map<String, String> typed,
        FormErrors errors) {

    /** Whether the agency has hours of its own today or later. */
    public boolean ownHours() {
        return hours.stream()
                .anyMatch(one -> !one.to().map(to -> to.isBefore(today)).orElse(false));
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public Optional<String> error(String field) {
        return errors.of(field).map(message -> message.in(page.locale()));
    }

    /** "07:00–11:30, 13:30–17:00". */
    public String words(AgencyHours one) {
        return one.hours().text().replace(",", ", ").replace("-", "–");
    }

    public String period(AgencyHours one) {
        return one.to()
                .map(to -> page.text("agencies.hours.from-to", Formats.date(one.from()), Formats.date(to)))
                .orElseGet(() -> page.text("agencies.hours.from", Formats.date(one.from())));
    }

    /** Another agency. */
    public record Link(String code, String name) {}
}
