package vn.kientao.platform.console.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.PublisherKey;
import vn.kientao.platform.api.module.Publishers;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.platform.console.app.Lookup;
import vn.kientao.platform.console.app.Rooms;

/** Publishers' keys, pins and versions that are held back (khoá và chữ ký). */
@Component(service = PlatformRoutes.class)
public final class PublisherPages implements PlatformRoutes {
    private static final long MOST_BYTES = 1L << 20;
    private static final String PLACE = "/admin/publishers";

    private final Lookup lookup;
    private final Rooms rooms;

    @Activate
    public PublisherPages(@Reference Lookup lookup, @Reference Rooms rooms) {
        this.lookup = lookup;
        this.rooms = rooms;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PLACE, Permission.ADMINISTER, request -> page(request, new FormErrors(), Optional.empty()))
                .menu("publishers.menu", "key", 60);
        routes.post(PLACE, Permission.ADMINISTER, this::trust)
                .stepUp()
                .uploads(MOST_BYTES, UploadKind.TEXT, UploadKind.DER);
        routes.get(
                PLACE + "/{fingerprint}/revoke",
                Permission.ADMINISTER,
                request -> askRevoke(request, new FormErrors(), Optional.empty()));
        routes.post(PLACE + "/{fingerprint}/revoke", Permission.ADMINISTER, this::revoke)
                .stepUp();
        routes.post(PLACE + "/unpin", Permission.ADMINISTER, this::unpin).stepUp();
        routes.post(PLACE + "/hold-back", Permission.ADMINISTER, this::holdBack);
        routes.post(PLACE + "/let-through", Permission.ADMINISTER, this::letThrough)
                .stepUp();
    }

    Reply trust(Request request) {
        String publisher = request.field("publisher").orElse("");
        Optional<Upload> certificate = request.upload("certificate").filter(upload -> upload.size() > 0);
        FormErrors errors = new FormErrors();
        if (publisher.isEmpty()) {
            errors.add("publisher", lookup.texts().text("publishers.publisher.missing"));
        }
        if (certificate.isEmpty()) {
            errors.add("certificate", lookup.texts().text("publishers.certificate.missing"));
        }
        if (!errors.isEmpty()) {
            return page(request, errors, Optional.empty());
        }
        try (InputStream in = certificate.get().open()) {
            PublisherKey key = room().trust(publisher, in, request.actor());
            return done(request, "publishers.trusted", key.publisher());
        } catch (ReleaseRefusedException e) {
            errors.add("certificate", e.reason());
            return page(request, errors, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("the uploaded certificate cannot be read", e);
        }
    }

    private Reply askRevoke(Request request, FormErrors errors, Optional<LocalText> refusal) {
        PublisherKey key = key(request);
        Texts texts = request.page().texts();
        Confirmation model = new Confirmation(
                request.page(),
                texts.get("publishers.revoke.ask", key.publisher()),
                key.fingerprint(),
                List.of(texts.get("publishers.revoke.happens"), texts.get("publishers.revoke.stays")),
                PLACE + "/" + key.fingerprint() + "/revoke",
                Map.of(),
                Optional.of(new Confirmation.Ask(
                        "reason",
                        texts.get("publishers.reason"),
                        texts.get("publishers.reason.hint"),
                        request.field("reason").orElse(""))),
                texts.get("publishers.revoke.button"),
                true,
                PLACE,
                refusal,
                errors);
        return Pages.confirm(model).crumbs(new Reply.Crumb(texts.get("publishers.title"), PLACE));
    }

    Reply revoke(Request request) {
        PublisherKey key = key(request);
        String reason = request.field("reason").orElse("");
        if (reason.isEmpty()) {
            FormErrors errors = new FormErrors();
            errors.add("reason", lookup.texts().text("publishers.reason.missing"));
            return askRevoke(request, errors, Optional.empty());
        }
        try {
            room().revoke(key.fingerprint(), reason, request.actor());
        } catch (ReleaseRefusedException e) {
            return askRevoke(request, new FormErrors(), Optional.of(e.reason()));
        }
        return done(request, "publishers.revoked", key.publisher());
    }

    Reply unpin(Request request) {
        String module = request.field("module").orElse("");
        try {
            room().unpin(lookup.moduleId(module), request.actor());
        } catch (ReleaseRefusedException e) {
            return page(request, new FormErrors(), Optional.of(e.reason()));
        }
        return done(request, "publishers.unpinned", module);
    }

    Reply holdBack(Request request) {
        String module = request.field("module").orElse("");
        String version = request.field("version").orElse("");
        String reason = request.field("reason").orElse("");
        FormErrors errors = new FormErrors();
        if (!module.matches("[a-z][a-z0-9]{1,30}")) {
            errors.add("module", lookup.texts().text("publishers.module.wrong"));
        }
        if (!version.matches("\\d{1,9}(\\.\\d{1,9}){0,2}(\\.[A-Za-z0-9_-]+)?")) {
            errors.add("version", lookup.texts().text("publishers.version.wrong"));
        }
        if (reason.isEmpty()) {
            errors.add("reason", lookup.texts().text("publishers.reason.missing"));
        }
        if (!errors.isEmpty()) {
            return page(request, errors, Optional.empty());
        }
        try {
            room().holdBack(lookup.moduleId(module), lookup.version(version), reason, request.actor());
        } catch (ReleaseRefusedException e) {
            return page(request, errors, Optional.of(e.reason()));
        }
        return done(request, "publishers.held-back", module + " " + version);
    }

    Reply letThrough(Request request) {
        String module = request.field("module").orElse("");
        String version = request.field("version").orElse("");
        try {
            room().letThrough(lookup.moduleId(module), lookup.version(version), request.actor());
        } catch (ReleaseRefusedException e) {
            return page(request, new FormErrors(), Optional.of(e.reason()));
        }
        return done(request, "publishers.let-through", module + " " + version);
    }

    private static Reply done(Request request, String key, String what) {
        return Reply.seeOther(PLACE).flash(request.page().text(key, what));
    }

    private Publishers room() {
        return rooms.publishers()
                .orElseThrow(() -> new ProblemException(new Problem(
                        503,
                        "away",
                        lookup.texts().text("publishers.away"),
                        lookup.texts().text("away.detail"))));
    }

    private PublisherKey key(Request request) {
        String fingerprint = request.pathValue("fingerprint");
        return room().keys().stream()
                .filter(key -> key.fingerprint().equals(fingerprint))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        new Problem(404, "not-found", lookup.texts().text("publishers.no-key"), LocalText.same(""))));
    }

    private Reply page(Request request, FormErrors errors, Optional<LocalText> refusal) {
        Optional<Publishers> room = rooms.publishers();
        Texts texts = request.page().texts();
        Names names = Names.of(
                room.stream()
                        .flatMap(known -> known.heldBack().stream())
                        .map(Publishers.HeldBack::by)
                        .toList(),
                lookup.people(),
                request);
        PublisherListModel model = new PublisherListModel(
                request.page(),
                room.isPresent(),
                room.filter(Publishers::development).isPresent(),
                room.stream()
                        .flatMap(known -> known.keys().stream())
                        .map(key -> row(key, request))
                        .toList(),
                room.stream()
                        .flatMap(known -> known.pins().entrySet().stream())
                        .map(pin -> new PublisherListModel.Pin(pin.getKey().value(), pin.getValue()))
                        .sorted((a, b) -> a.module().compareTo(b.module()))
                        .toList(),
                room.stream()
                        .flatMap(known -> known.heldBack().stream())
                        .map(held -> new PublisherListModel.Held(
                                held.module().value(),
                                held.version().toString(),
                                held.reason(),
                                Formats.time(held.at()),
                                names.who(held.by())))
                        .toList(),
                new PublisherListModel.Typed(
                        request.field("publisher").orElse(""),
                        request.field("module").orElse(""),
                        request.field("version").orElse(""),
                        request.field("reason").orElse("")),
                errors,
                refusal);
        return Pages.of(texts.get("publishers.title"), Pages.TEMPLATES.consolePublishers(model))
                .status(errors.isEmpty() ? Pages.status(refusal.isPresent()) : 422);
    }

    private static PublisherListModel.Key row(PublisherKey key, Request request) {
        Texts texts = request.page().texts();
        boolean expired = request.now().isAfter(key.notAfter());
        Tag tag = key.revokedAt().isPresent()
                ? new Tag("late", texts.get("publishers.state.revoked"))
                : new Tag(
                        expired ? "need" : "done",
                        texts.get(expired ? "publishers.state.expired" : "publishers.state.trusted"));
        return new PublisherListModel.Key(
                key.fingerprint(),
                key.publisher(),
                key.algorithm(),
                texts.get("publishers.period", day(key.notBefore()), day(key.notAfter())),
                tag,
                key.revocation().orElse(""),
                key.revokedAt().isEmpty());
    }

    private static String day(java.time.Instant at) {
        return Formats.date(LocalDate.ofInstant(at, Formats.ZONE));
    }
}
