package vn.kientao.reform.steering.web.pilot;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.reform.steering.domain.programme.Area;

/**
 * The form that proposes a pilot.
 *
 * @param modules that are installed, by id
 */
public record PilotFormModel(FormView form, List<Area> areas, List<Agency> agencies, Map<String, LocalText> modules) {
    public PilotFormModel {
        areas = List.copyOf(areas);
        agencies = List.copyOf(agencies);
    }

    public String name(LocalText text) {
        return form.page().texts().get(text);
    }

    public boolean chosen(Agency agency) {
        return Arrays.asList(form.value("agencies").split(",")).contains(agency.code());
    }
}
