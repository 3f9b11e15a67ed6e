package vn.kientao.reform.procedures.web.citizen;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.citizen.LifeEvent;

/** Life events with the searches that they lead to. */
public record LifeEventModel(Page page, List<LifeEvent> events) {
    public LifeEventModel {
        events = List.copyOf(events);
    }

    /** Those of people, or of businesses. */
    public List<LifeEvent> of(boolean enterprise) {
        return events.stream().filter(event -> event.enterprise() == enterprise).toList();
    }

    public String search(String phrase) {
        return page.openLink("") + "?q=" + URLEncoder.encode(phrase, StandardCharsets.UTF_8);
    }
}
