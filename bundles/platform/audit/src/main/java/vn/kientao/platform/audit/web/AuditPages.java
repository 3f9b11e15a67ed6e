package vn.kientao.platform.audit.web;

import gg.jte.output.WriterOutput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.security.AuditControl.Report;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.audit.app.Trail;
import vn.kientao.platform.audit.app.TrailPage;
import vn.kientao.platform.audit.app.TrailSheet;
import vn.kientao.platform.audit.chain.Entry;
import vn.kientao.platform.audit.chain.Link;
import vn.kientao.platform.audit.web.templates.StaticTemplates;
import vn.kientao.platform.audit.web.templates.Templates;

/** The whole trail for auditors and administrators, an agency's own for its head and its administrators. */
@Component
public final class AuditPages implements PlatformRoutes {
    private static final int PAGE = 50;
    private static final String WHOLE = "/admin/audit";

    private final Trail trail;
    private final People people;
    private final Sheets sheets;
    private final Templates templates = new StaticTemplates();
    private final TextBundle texts = TextBundle.of(AuditPages.class);

    @Activate
    public AuditPages(@Reference Trail trail, @Reference People people, @Reference Sheets sheets) {
        this.trail = trail;
        this.people = people;
        this.sheets = sheets;
    }

    @Override
    public void routes(Routes routes) {
        for (String base : List.of(WHOLE, "/{agency}/audit")) {
            routes.get(base, Permission.AUDIT, this::list).menu("audit.menu", "journal-text", 910);
            routes.get(base + "/{sequence}", Permission.AUDIT, this::show);
            routes.post(base + "/export", Permission.AUDIT, this::export);
        }
        routes.get(WHOLE + "/check", Permission.AUDIT, this::check);
        for (String base : List.of("/api/v1" + WHOLE, "/api/v1/{agency}/audit")) {
            routes.get(base, Permission.AUDIT, this::entries)
                    .summary("audit.api.list")
                    .query("account", "agency", "module", "action", "type", "object", "from", "until", "q", "after")
                    .returns(AuditJson.Entries.class);
            routes.get(base + "/{sequence}", Permission.AUDIT, request -> Reply.json(AuditJson.of(link(request))))
                    .summary("audit.api.show")
                    .returns(AuditJson.One.class);
            routes.post(base + "/export", Permission.AUDIT, this::export)
                    .summary("audit.api.export")
                    .query("account", "agency", "module", "action", "type", "object", "from", "until", "q", "format");
        }
        routes.get("/api/v1" + WHOLE + "/check", Permission.AUDIT, request -> Reply.json(AuditJson.of(trail.verify())))
                .summary("audit.api.check")
                .returns(AuditJson.Check.class);
    }

    Reply list(Request request) {
        Page page = request.page();
        AuditFilter filter = AuditFilter.of(request);
        TrailPage found = request.query("before")
                .map(from -> trail.newer(filter.query(), number(from), PAGE))
                .orElseGet(
                        () -> trail.older(filter.query(), request.query("after").map(this::number), PAGE));
        Map<String, String> names = names(found.links());
        Map<String, String> errors = new LinkedHashMap<>();
        filter.wrongDays()
                .forEach(field -> errors.put(
                        field, page.text("audit.wrong-day", request.query(field).orElse(""))));
        AuditListModel model = new AuditListModel(
                page,
                base(request),
                request.agencyIfAny().map(Agency::code).orElse(""),
                typed(request),
                errors,
                found.links().stream().map(link -> row(link, names, page)).toList(),
                found.older().map(from -> page.with("after", from.toString())).orElse(""),
                found.newer().map(from -> page.with("before", from.toString())).orElse(""),
                base(request) + "/export");
        return Reply.page(
                        page.text("audit.title"),
                        out -> templates.auditList(model).render(new WriterOutput(out)))
                .status(errors.isEmpty() ? 200 : 422);
    }

    Reply show(Request request) {
        Page page = request.page();
        Link link = link(request);
        Entry entry = link.entry();
        Map<String, String> names = names(List.of(link));
        List<AuditEntryModel.Fact> facts = new ArrayList<>();
        fact(facts, page, "at", Formats.time(entry.at()));
        fact(facts, page, "account", who(entry.account(), names, page));
        fact(facts, page, "acting-for", entry.actingFor().isEmpty() ? "" : who(entry.actingFor(), names, page));
        fact(facts, page, "agency", entry.agency());
        fact(facts, page, "address", entry.address());
        fact(facts, page, "release", entry.release().isEmpty() ? entry.module() : entry.release());
        fact(facts, page, "action", entry.action());
        fact(facts, page, "object", object(entry));
        fact(facts, page, "reason", entry.reason());
        Changes.fields(entry.detail())
                .forEach((name, value) -> facts.add(
                        new AuditEntryModel.Fact(name.equals("–") ? page.text("audit.field.detail") : name, value)));
        fact(facts, page, "request", entry.requestId());
        fact(facts, page, "hash", link.hash());
        AuditEntryModel model =
                new AuditEntryModel(page, link.sequence(), facts, Changes.between(entry.before(), entry.after()));
        return Reply.page(
                        page.text("audit.entry", link.sequence()),
                        out -> templates.auditEntry(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("audit.title"), base(request)));
    }

    /** The entry in the address; through an agency's door only its own. */
    private Link link(Request request) {
        return trail.one(number(request.pathValue("sequence")))
                .filter(found -> request.agencyIfAny()
                        .map(Agency::code)
                        .map(found.entry().agency()::equals)
                        .orElse(true))
                .orElseThrow(this::unknown);
    }

    Reply check(Request request) {
        Page page = request.page();
        Report report = trail.verify();
        AuditCheckModel model = new AuditCheckModel(
                page,
                report.entries(),
                report.anchors(),
                report.findings().stream().map(page.texts()::get).toList());
        return Reply.page(
                        page.text("audit.check"),
                        out -> templates.auditCheck(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("audit.title"), WHOLE));
    }

    Reply export(Request request) {
        AuditFilter filter = AuditFilter.of(request);
        trail.record(request.audit("audit.export", "trail", "", Changes.json(typed(request))));
        SheetFormat format = request.field("format").flatMap(SheetFormat::of).orElse(SheetFormat.CSV);
        TrailSheet sheet =
                new TrailSheet(sheets, trail, filter.query(), request.page().texts());
        return Reply.download(format.fileName("nhat-ky"), format.contentType(), out -> sheet.writeTo(format, out));
    }

    Reply entries(Request request) {
        TrailPage found = trail.older(
                AuditFilter.of(request).query(), request.query("after").map(this::number), PAGE);
        return Reply.json(
                new AuditJson.Entries(found.links().stream().map(AuditJson::of).toList(), found.older()));
    }

    private AuditListModel.Row row(Link link, Map<String, String> names, Page page) {
        Entry entry = link.entry();
        return new AuditListModel.Row(
                link.sequence(),
                Formats.time(entry.at()),
                who(entry.account(), names, page),
                entry.account(),
                entry.agency(),
                entry.action(),
                object(entry));
    }

    private Map<String, String> names(List<Link> links) {
        Set<String> accounts = new HashSet<>();
        links.forEach(link -> {
            accounts.add(link.entry().account());
            accounts.add(link.entry().actingFor());
        });
        return people.names(accounts);
    }

    private static String who(String account, Map<String, String> names, Page page) {
        if (account.isEmpty()) {
            return page.text("audit.nobody");
        }
        String name = names.get(account);
        if (name != null) {
            return name;
        }
        return account.startsWith("system:") ? page.text("audit.platform", account.substring(7)) : account;
    }

    private static String object(Entry entry) {
        return entry.objectId().isEmpty() ? entry.objectType() : entry.objectType() + " " + entry.objectId();
    }

    private static void fact(List<AuditEntryModel.Fact> facts, Page page, String field, String value) {
        if (!value.isEmpty()) {
            facts.add(new AuditEntryModel.Fact(page.text("audit.field." + field), value));
        }
    }

    private static Map<String, String> typed(Request request) {
        Map<String, String> typed = new LinkedHashMap<>();
        AuditFilter.FIELDS.forEach(field -> request.query(field).ifPresent(value -> typed.put(field, value)));
        return typed;
    }

    private static String base(Request request) {
        Optional<String> agency = request.agencyIfAny().map(Agency::code);
        return agency.map(code -> "/" + code + "/audit").orElse(WHOLE);
    }

    private long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw unknown();
        }
        return Long.parseLong(text);
    }

    private ProblemException unknown() {
        return new ProblemException(
                new Problem(404, "not-found", texts.text("audit.unknown"), texts.text("audit.unknown-detail")));
    }
}
