package vn.kientao.reform.steering.web.programme;

import java.util.List;
import java.util.function.Function;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.domain.programme.Document;

/**
 * The programme.
 *
 * @param leads name of the agency that leads an area; empty when there is none
 */
public record ProgrammeModel(Page page, List<Area> areas, List<Document> documents, Function<Area, String> leads) {
    public ProgrammeModel {
        areas = List.copyOf(areas);
        documents = List.copyOf(documents);
    }

    public String lead(Area area) {
        return leads.apply(area);
    }

    public String name(Area area) {
        return page.texts().get(area.name());
    }
}
