package vn.kientao.platform.privacy.web;

import gg.jte.output.WriterOutput;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.RateLimit;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.privacy.app.Officer;
import vn.kientao.platform.privacy.app.PersonalRecords;
import vn.kientao.platform.privacy.app.RequestDesk;
import vn.kientao.platform.privacy.app.Retention;
import vn.kientao.platform.privacy.domain.KeptPeriod;
import vn.kientao.platform.privacy.domain.RequestKind;
import vn.kientao.platform.privacy.domain.SubjectRequest;
import vn.kientao.platform.privacy.web.templates.StaticTemplates;
import vn.kientao.platform.privacy.web.templates.Templates;

/**
 * What everybody may know of the personal data that is kept, and the forms in which one asks for one's own. A request is
 * followed by its code and the last four digits of the telephone number; a wrong code and wrong digits get the same answer.
 */
@Component
public final class PublicPages implements PlatformRoutes {
    private final RequestDesk desk;
    private final PersonalRecords records;
    private final Retention retention;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();
    private final RateLimit requestsOfAddress = new RateLimit(5, Duration.ofMinutes(2));
    private final RateLimit triesOfAddress = new RateLimit(10, Duration.ofSeconds(6));
    private final RateLimit triesAtCode = new RateLimit(10, Duration.ofMinutes(1));

    @Activate
    public PublicPages(
            @Reference RequestDesk desk,
            @Reference PersonalRecords records,
            @Reference Retention retention,
            @Reference Agencies agencies) {
        this.desk = desk;
        this.records = records;
        this.retention = retention;
        this.agencies = agencies;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/privacy", Permission.ANYONE, this::tell);
        routes.get(
                "/privacy/request", Permission.ANYONE, request -> form(request, FormView.empty(request.page()), 200));
        routes.post("/privacy/request", Permission.ANYONE, this::receive);
        routes.get("/privacy/track", Permission.ANYONE, this::trackForm);
        routes.post("/privacy/track", Permission.ANYONE, this::track);
    }

    Reply tell(Request request) {
        Page page = request.page();
        Texts texts = page.texts();
        PublicModel model = new PublicModel(
                page,
                records.keepers().stream().map(keeper -> kept(keeper, texts)).toList(),
                retention.rules().stream().map(kept -> rule(kept, texts)).toList(),
                Arrays.stream(RequestKind.values())
                        .flatMap(kind -> right(kind, now(request), texts).stream())
                        .toList());
        return Reply.page(
                page.text("privacy.title"),
                out -> templates.privacyPublic(model).render(new WriterOutput(out)));
    }

    private static PublicModel.Kept kept(PersonalRecords.Keeper keeper, Texts texts) {
        return new PublicModel.Kept(
                keeper.name().replace('.', '-'),
                texts.get(keeper.title()),
                keeper.fields().stream()
                        .map(field -> new PublicModel.Field(
                                texts.get(field.label()),
                                texts.get("privacy.class." + field.fieldClass().word()),
                                texts.get(field.purpose()),
                                field.legalBasis()))
                        .toList());
    }

    private static PublicModel.Rule rule(KeptPeriod kept, Texts texts) {
        return new PublicModel.Rule(
                texts.get(kept.rule().what()),
                Words.period(kept.period(), texts),
                texts.get(kept.rule().from()),
                texts.get("retention.action." + kept.rule().action().name().toLowerCase(Locale.ROOT)),
                kept.legalBasis());
    }

    private Optional<PublicModel.Right> right(RequestKind kind, LocalDateTime now, Texts texts) {
        return desk.rule(kind, now)
                .map(rule -> new PublicModel.Right(
                        texts.get("request.kind." + kind.word()),
                        texts.get("request.kind." + kind.word() + ".words"),
                        Words.span(rule.reply(), texts),
                        Words.span(rule.end(), texts),
                        rule.legalBasis()));
    }

    private Reply form(Request request, FormView form, int status) {
        Page page = request.page();
        RequestFormModel model = new RequestFormModel(
                page,
                "/privacy/request",
                form,
                agencies.on(now(request).toLocalDate()).stream()
                        .map(agency -> new RequestFormModel.Choice(
                                agency.code(), page.texts().get(agency.name())))
                        .toList(),
                RequestPages.kinds(page));
        return Reply.page(
                        page.text("request.form.title"),
                        out -> templates.privacyRequestForm(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("privacy.title"), "/privacy"))
                .status(status);
    }

    Reply receive(Request request) {
        RequestForm form = RequestForm.of(request);
        FormErrors errors = form.errors();
        Optional<Agency> agency = request.field("agency")
                .flatMap(agencies::find)
                .filter(found -> found.existsOn(now(request).toLocalDate()));
        if (agency.isEmpty()) {
            errors.add("agency", Words.text("request.error.agency"));
        }
        if (!errors.isEmpty()) {
            return form(request, new FormView(request.page(), request.fields(), errors), 422);
        }
        take(requestsOfAddress, request.remoteAddress(), request);
        String code = agency.orElseThrow().code();
        Officer visitor = new Officer(
                code,
                request.actor().account(),
                now(request),
                (action, type, id, detail) -> new AuditEntry(
                        request.actor().account(),
                        Optional.of(code),
                        "privacy",
                        action,
                        type,
                        id,
                        detail,
                        request.requestId()));
        SubjectRequest made = desk.receive(
                form.kind().orElseThrow(), form.subject(), form.words(), false, request.idempotencyKey(), visitor);
        return Reply.seeOther("/privacy/track?received=" + made.code());
    }

    Reply trackForm(Request request) {
        String received = request.query("received")
                .filter(code -> code.matches("DL-[0-9A-Z-]{6,30}"))
                .orElse("");
        FormView form = new FormView(request.page(), Map.of("code", received), new FormErrors());
        return tracking(request, new TrackModel(request.page(), form, received, Optional.empty()), 200);
    }

    Reply track(Request request) {
        FormErrors errors = new FormErrors();
        String code = request.field("code").orElse("");
        String digits = request.field("phone").orElse("").replace(" ", "");
        if (code.isEmpty()) {
            errors.add("code", Words.text("request.track.error.code"));
        }
        if (!digits.matches("\\d{4}")) {
            errors.add("phone", Words.text("request.track.error.phone"));
        }
        Optional<SubjectRequest> found = Optional.empty();
        if (errors.isEmpty()) {
            take(triesOfAddress, request.remoteAddress(), request);
            take(triesAtCode, code.strip(), request);
            found = desk.track(code, digits);
            if (found.isEmpty()) {
                errors.add("code", Words.text("request.track.error.unknown"));
            }
        }
        Page page = request.page();
        FormView form = new FormView(page, Map.of("code", code), errors);
        TrackModel model = new TrackModel(page, form, "", found.map(one -> shown(one, page.texts())));
        return tracking(request, model, errors.isEmpty() ? 200 : 422);
    }

    private Reply tracking(Request request, TrackModel model, int status) {
        Page page = request.page();
        return Reply.page(
                        page.text("request.track.title"),
                        out -> templates.privacyTrack(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("privacy.title"), "/privacy"))
                .status(status);
    }

    private TrackModel.Found shown(SubjectRequest found, Texts texts) {
        return new TrackModel.Found(
                found.code(),
                texts.get("request.kind." + found.kind().word()),
                texts.get("request.state." + found.state().word()),
                agencies.find(found.agency()).map(Agency::name).map(texts::get).orElse(found.agency()),
                Formats.time(found.dueAt()),
                found.answer(),
                found.events().stream()
                        .map(event -> new TrackModel.Step(
                                texts.get("request.step." + event.step().word() + ".done"), Formats.time(event.at())))
                        .toList());
    }

    private static LocalDateTime now(Request request) {
        return LocalDateTime.ofInstant(request.now(), Formats.ZONE).withNano(0);
    }

    private static void take(RateLimit limit, String key, Request request) {
        if (!limit.allows(key, request.now())) {
            throw Words.problem(429, "too-many-requests");
        }
    }
}
