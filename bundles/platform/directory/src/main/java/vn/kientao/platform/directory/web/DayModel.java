package vn.kientao.platform.directory.web;

import java.util.List;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;

/** The form of one day. */
public record DayModel(Page page, DayForm form, FormErrors errors) {

    public List<String> kinds() {
        return List.of("holiday", "compensation", "swap_off", "swap_working", DayForm.ORDINARY);
    }
}
