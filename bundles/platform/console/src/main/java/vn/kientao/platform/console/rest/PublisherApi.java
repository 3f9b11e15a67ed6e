package vn.kientao.platform.console.rest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.PublisherKey;
import vn.kientao.platform.api.module.Publishers;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.platform.console.app.Lookup;
import vn.kientao.platform.console.app.Rooms;

/** Publishers' keys, pins and held-back versions for programs. */
@Component(service = PlatformRoutes.class)
public final class PublisherApi implements PlatformRoutes {
    private static final String PLACE = "/api/v1/admin/publishers";
    private static final String HELD_BACK = "/api/v1/admin/held-back/{module}/{version}";
    private static final long MOST_BYTES = 1L << 20;

    private final Lookup lookup;
    private final Rooms rooms;

    @Activate
    public PublisherApi(@Reference Lookup lookup, @Reference Rooms rooms) {
        this.lookup = lookup;
        this.rooms = rooms;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PLACE, Permission.ADMINISTER, request -> Reply.json(everything()))
                .summary("api.publishers")
                .returns(Everything.class);
        routes.post(PLACE, Permission.ADMINISTER, this::trust)
                .stepUp()
                .summary("api.publishers.trust")
                .uploads(MOST_BYTES, UploadKind.TEXT, UploadKind.DER)
                .returns(PublisherKey.class);
        routes.post(PLACE + "/{fingerprint}/revoke", Permission.ADMINISTER, this::revoke)
                .stepUp()
                .summary("api.publishers.revoke")
                .accepts(Reason.class)
                .returns(Everything.class);
        routes.delete("/api/v1/admin/pins/{module}", Permission.ADMINISTER, this::unpin)
                .stepUp()
                .summary("api.publishers.unpin")
                .returns(Everything.class);
        routes.put(HELD_BACK, Permission.ADMINISTER, this::holdBack)
                .summary("api.publishers.hold-back")
                .accepts(Reason.class)
                .returns(Everything.class);
        routes.delete(HELD_BACK, Permission.ADMINISTER, this::letThrough)
                .stepUp()
                .summary("api.publishers.let-through")
                .returns(Everything.class);
    }

    /** Whose modules are taken, and which versions are not. */
    public record Everything(
            boolean development, List<PublisherKey> keys, Map<String, String> pins, List<Held> heldBack) {}

    /** A version that is held back with all older ones. */
    public record Held(String module, String version, String reason) {}

    /** Why. */
    public record Reason(String reason) {}

    private Everything everything() {
        Publishers room = room();
        Map<String, String> pins = new TreeMap<>();
        room.pins().forEach((module, publisher) -> pins.put(module.value(), publisher));
        return new Everything(
                room.development(),
                room.keys(),
                pins,
                room.heldBack().stream()
                        .map(held ->
                                new Held(held.module().value(), held.version().toString(), held.reason()))
                        .toList());
    }

    private Publishers room() {
        return rooms.publishers()
                .orElseThrow(() -> new ProblemException(new Problem(
                        503,
                        "away",
                        lookup.texts().text("publishers.away"),
                        lookup.texts().text("away.detail"))));
    }

    private Reply trust(Request request) {
        String publisher = request.field("publisher")
                .orElseThrow(
                        () -> Answers.fieldProblem("publisher", lookup.texts().text("publishers.publisher.missing")));
        PublisherKey key =
                Answers.received(lookup, request, "certificate", in -> room().trust(publisher, in, request.actor()));
        return new Reply.Json(201, key, Map.of("Location", PLACE));
    }

    private Reply revoke(Request request) {
        String reason = reason(request);
        Answers.allowed(() -> room().revoke(request.pathValue("fingerprint"), reason, request.actor()));
        return Reply.json(everything());
    }

    private Reply unpin(Request request) {
        ModuleId module = lookup.moduleId(request);
        Answers.allowed(() -> room().unpin(module, request.actor()));
        return Reply.json(everything());
    }

    private Reply holdBack(Request request) {
        ModuleId module = lookup.moduleId(request);
        Version version = lookup.version(request.pathValue("version"));
        String reason = reason(request);
        Answers.allowed(() -> room().holdBack(module, version, reason, request.actor()));
        return Reply.json(everything());
    }

    private Reply letThrough(Request request) {
        ModuleId module = lookup.moduleId(request);
        Version version = lookup.version(request.pathValue("version"));
        Answers.allowed(() -> room().letThrough(module, version, request.actor()));
        return Reply.json(everything());
    }

    private String reason(Request request) {
        String reason = request.json(Reason.class).reason();
        if (reason == null || reason.isBlank()) {
            throw Answers.fieldProblem("reason", lookup.texts().text("publishers.reason.missing"));
        }
        return reason;
    }
}
