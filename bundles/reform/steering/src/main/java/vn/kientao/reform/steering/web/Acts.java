package vn.kientao.reform.steering.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.task.Tasks;

/** Who acts in a request, and when. */
public final class Acts {
    private Acts() {}

    /** The moment of the request, as clocks in Viet Nam show it. */
    public static LocalDateTime now(Request request) {
        return LocalDateTime.ofInstant(request.now(), Formats.ZONE);
    }

    public static LocalDate today(Request request) {
        return now(request).toLocalDate();
    }

    /**
     * What the reader does, for the agency of the page.
     *
     * @param action its verb in the audit trail, without the module
     * @param code of the record; empty when it is known only once it is written
     */
    public static Tasks.Act act(Request request, String action, String objectType, String code) {
        return new Tasks.Act(
                request.agency().code(),
                request.actor().account(),
                now(request),
                request.audit("steering." + action, objectType, code, ""));
    }
}
