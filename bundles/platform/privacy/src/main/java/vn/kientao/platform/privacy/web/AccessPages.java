package vn.kientao.platform.privacy.web;

import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.privacy.PersonalDataAccess;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.privacy.app.Accesses;
import vn.kientao.platform.privacy.domain.AccessEntry;
import vn.kientao.platform.privacy.domain.AccessQuery;
import vn.kientao.platform.privacy.web.templates.StaticTemplates;
import vn.kientao.platform.privacy.web.templates.Templates;

/** Who saw personal data: all of it for auditors, an agency's own for its head and its administrators. */
@Component
public final class AccessPages implements PlatformRoutes {
    private static final int PAGE = 50;
    private static final int EXPORTED_AT_ONCE = 500;
    private static final String WHOLE = "/admin/access-log";
    private static final List<String> COLUMNS =
            List.of("at", "account", "acting-for", "agency", "object", "way", "purpose", "address", "request");

    private final Accesses accesses;
    private final People people;
    private final Templates templates = new StaticTemplates();

    @Activate
    public AccessPages(@Reference Accesses accesses, @Reference People people) {
        this.accesses = accesses;
        this.people = people;
    }

    @Override
    public void routes(Routes routes) {
        for (String base : List.of(WHOLE, "/{agency}/privacy/access")) {
            routes.get(base, Permission.AUDIT, this::list).menu("access.menu", "person", 920);
            routes.post(base + "/export", Permission.AUDIT, this::export);
        }
    }

    Reply list(Request request) {
        Page page = request.page();
        AccessFilter filter = AccessFilter.of(request);
        List<AccessEntry> found = accesses.older(filter.query(), below(request), PAGE + 1);
        boolean more = found.size() > PAGE;
        List<AccessEntry> shown = more ? found.subList(0, PAGE) : found;
        Map<String, String> names = names(shown);
        Map<String, String> errors = new LinkedHashMap<>();
        filter.wrongDays()
                .forEach(field -> errors.put(
                        field, page.text("access.wrong-day", filter.typed().getOrDefault(field, ""))));
        AccessListModel model = new AccessListModel(
                page,
                base(request),
                request.agencyIfAny().map(Agency::code).orElse(""),
                filter.typed(),
                errors,
                shown.stream().map(entry -> row(entry, names, page)).toList(),
                more ? page.with("after", Long.toString(shown.get(PAGE - 1).id())) : "");
        return Reply.page(
                        page.text("access.title"),
                        out -> templates.privacyAccess(model).render(new WriterOutput(out)))
                .status(errors.isEmpty() ? 200 : 422);
    }

    Reply export(Request request) {
        AccessFilter filter = AccessFilter.of(request);
        accesses.taken(request.audit("privacy.export-access-log", "access", "", Detail.of(filter.typed())));
        Texts texts = request.page().texts();
        return Reply.download(
                "nhat-ky-truy-cap.csv", "text/csv; charset=utf-8", out -> write(out, filter.query(), texts));
    }

    private void write(OutputStream out, AccessQuery query, Texts texts) throws IOException {
        Table table = new Table(out);
        table.line(
                COLUMNS.stream().map(name -> texts.get("access.field." + name)).toList());
        long below = Long.MAX_VALUE;
        List<AccessEntry> found;
        do {
            found = accesses.older(query, below, EXPORTED_AT_ONCE);
            for (AccessEntry entry : found) {
                below = entry.id();
                table.line(cells(entry.access(), texts));
            }
        } while (found.size() == EXPORTED_AT_ONCE);
        table.end();
    }

    private static List<String> cells(PersonalDataAccess access, Texts texts) {
        return List.of(
                Formats.time(access.at()),
                access.account(),
                access.actingFor(),
                access.agency(),
                access.objectType() + " " + access.objectId(),
                access.way(),
                texts.get(access.purpose()),
                access.address(),
                access.requestId());
    }

    private static AccessListModel.Row row(AccessEntry entry, Map<String, String> names, Page page) {
        PersonalDataAccess access = entry.access();
        String name = names.getOrDefault(access.account(), access.account());
        return new AccessListModel.Row(
                Formats.time(access.at()),
                access.actingFor().isEmpty()
                        ? name
                        : page.text("access.acting", name, names.getOrDefault(access.actingFor(), access.actingFor())),
                access.account(),
                access.agency(),
                access.objectType(),
                access.objectId(),
                access.way(),
                page.texts().get(access.purpose()),
                access.address());
    }

    private Map<String, String> names(List<AccessEntry> entries) {
        Set<String> accounts = new HashSet<>();
        entries.forEach(entry -> {
            accounts.add(entry.access().account());
            accounts.add(entry.access().actingFor());
        });
        return people.names(accounts);
    }

    private static long below(Request request) {
        return request.query("after")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(Long.MAX_VALUE);
    }

    private static String base(Request request) {
        return request.agencyIfAny()
                .map(agency -> "/" + agency.code() + "/privacy/access")
                .orElse(WHOLE);
    }
}
