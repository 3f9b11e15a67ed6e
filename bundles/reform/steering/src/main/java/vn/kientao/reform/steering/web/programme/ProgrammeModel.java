package vn.kientao.reform.steering.web.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.goal.TargetState;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.domain.programme.Document;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * The programme.
 *
 * @param targets how many targets of an area stand how this year, by code of the area
 * @param leads name of the agency that leads an area; empty when there is none
 */
public record ProgrammeModel(
        Page page,
        LocalDate today,
        List<Area> areas,
        List<Document> documents,
        Map<String, Map<TargetState, Long>> targets,
        Function<Area, String> leads) {
    public ProgrammeModel {
        areas = List.copyOf(areas);
        documents = List.copyOf(documents);
        targets = Map.copyOf(targets);
    }

    public String lead(Area area) {
        return leads.apply(area);
    }

    public String name(Area area) {
        return page.texts().get(area.name());
    }

    public String about(Document document) {
        return DocumentWords.about(page, document);
    }

    public String validity(Document document) {
        return DocumentWords.validity(page, document);
    }

    public String link(Document document) {
        String path = "/programme/" + document.code();
        return open() ? page.openLink(path) : page.link(path);
    }

    private boolean open() {
        return page.agencyCode().isEmpty();
    }

    /** Whether the reader keeps the programme from this page. */
    public boolean keeps() {
        return !open() && page.can(SteeringPermissions.PROGRAMME);
    }

    public TargetState[] states() {
        return TargetState.values();
    }

    public long count(Area area, TargetState state) {
        return targets.getOrDefault(area.code(), Map.of()).getOrDefault(state, 0L);
    }

    public long count(TargetState state) {
        return areas.stream().mapToLong(area -> count(area, state)).sum();
    }

    /** The list behind a number; empty on public pages and where there is nothing. */
    public Optional<String> list(Area area, TargetState state) {
        return open() || count(area, state) == 0
                ? Optional.empty()
                : Optional.of(page.link("/targets?area=" + area.code() + "&state=" + state));
    }

    /** All targets; empty on public pages. */
    public Optional<String> targetsLink() {
        return open() ? Optional.empty() : Optional.of(page.link("/targets"));
    }
}
