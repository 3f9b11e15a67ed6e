package vn.kientao.platform.web.draft;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.web.http.Refusal;
import vn.kientao.platform.web.visit.WebRequest;

/** Where browsers save half-filled forms. Who saves is known by session or visitor's cookie, so nobody reaches another's. */
@Component
public final class DraftPages implements PlatformRoutes {
    private static final int MOST = 64 * 1024;

    private final Drafts drafts;

    @Activate
    public DraftPages(@Reference Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void routes(Routes routes) {
        routes.put("/drafts/{place}/{module}/{form}", Permission.ANYONE, this::keep);
    }

    private Reply keep(Request request) {
        Map<String, String> fields = request.fields();
        int size = fields.entrySet().stream()
                .mapToInt(field -> field.getKey().length() + field.getValue().length())
                .sum();
        if (size > MOST) {
            throw new Refusal(413, "too-large", "64 KB");
        }
        drafts.keep(key((WebRequest) request), fields);
        return Reply.json(Map.of("kept", fields.size()));
    }

    private static DraftKey key(WebRequest request) {
        String place = request.pathValue("place");
        return DraftKey.of(
                request.actor(),
                request.visit().visitor(),
                place.equals("-") ? "" : place,
                request.pathValue("module"),
                request.pathValue("form"));
    }
}
