package vn.kientao.platform.directory.web;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.directory.app.AgencyHoursChanges;
import vn.kientao.platform.directory.app.AgencySearch;
import vn.kientao.platform.directory.domain.AgencyHours;
import vn.kientao.platform.directory.domain.RegisteredAgency;
import vn.kientao.platform.directory.web.templates.StaticTemplates;
import vn.kientao.platform.directory.web.templates.Templates;

/** The register of agencies: search, the structure of a day, the history of one agency. */
@Component
public final class AgencyPages implements PlatformRoutes {
    private static final int PAGE = 100;

    private final AgencySearch agencies;
    private final AgencyHoursChanges hours;
    private final Templates templates = new StaticTemplates();
    private final TextBundle texts = TextBundle.of(AgencyPages.class);

    @Activate
    public AgencyPages(@Reference AgencySearch agencies, @Reference AgencyHoursChanges hours) {
        this.hours = hours;
        this.agencies = agencies;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/admin/agencies", Permission.ADMINISTER, this::list)
                .query("q", "on", "after")
                .menu("agencies.menu", "building", 30);
        routes.get("/admin/agencies/{code}", Permission.ADMINISTER, this::show);
        routes.post("/admin/agencies/{code}/hours", Permission.ADMINISTER, this::setHours);
        routes.post("/admin/agencies/{code}/hours/end", Permission.ADMINISTER, this::endHours);
        routes.get("/api/v1/admin/agencies", Permission.ADMINISTER, this::listJson)
                .query("q", "on")
                .summary("agencies.api.list")
                .returns(AgencyJson[].class);
        routes.get("/api/v1/admin/agencies/{code}", Permission.ADMINISTER, this::showJson)
                .summary("agencies.api.show")
                .returns(AgencyJson.class);
    }

    Reply list(Request request) {
        Texts words = request.page().texts();
        String typed = request.query("on").orElse("");
        Optional<LocalDate> on = Words.day(typed);
        List<RegisteredAgency> found = agencies.search(request.query("q").orElse(""), on);
        List<RegisteredAgency> rest = after(found, request.query("after").orElse(""));
        List<RegisteredAgency> shown = rest.subList(0, Math.min(PAGE, rest.size()));
        AgencyListModel model = new AgencyListModel(
                request.page(),
                request.query("q").orElse(""),
                typed,
                !typed.isEmpty() && on.isEmpty(),
                found.size(),
                shown.stream().map(agency -> row(agency, request)).toList(),
                shown.size() < rest.size() ? shown.get(PAGE - 1).code() : "");
        return Reply.page(
                        words.get("agencies.title"),
                        out -> templates.directoryAgencies(model).render(new WriterOutput(out)))
                .status(model.dayWrong() ? 422 : 200);
    }

    private static List<RegisteredAgency> after(List<RegisteredAgency> found, String code) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).code().equals(code)) {
                return found.subList(i + 1, found.size());
            }
        }
        return found;
    }

    Reply show(Request request) {
        return page(request, agency(request), Map.of(), new FormErrors(), 200);
    }

    /** Office hours of the agency's own, from today at the earliest: no date that was counted before is touched. */
    Reply setHours(Request request) {
        RegisteredAgency agency = agency(request);
        FormErrors errors = new FormErrors();
        HoursForm form = new HoursForm(request.fields(), agency.code(), Words.today(request), errors);
        Optional<AgencyHours> wanted = form.hours();
        if (wanted.isEmpty()) {
            return page(request, agency, request.fields(), errors, 422);
        }
        hours.set(wanted.get(), request::audit);
        return Reply.seeOther("/admin/agencies/" + agency.code())
                .flash(request.page()
                        .text("agencies.hours.set", Formats.date(wanted.get().from())));
    }

    Reply endHours(Request request) {
        RegisteredAgency agency = agency(request);
        hours.end(agency.code(), Words.today(request), request::audit);
        return Reply.seeOther("/admin/agencies/" + agency.code())
                .flash(request.page().text("agencies.hours.end", Formats.date(Words.today(request))));
    }

    private Reply page(
            Request request, RegisteredAgency agency, Map<String, String> typed, FormErrors errors, int status) {
        String code = agency.code();
        AgencyModel model = new AgencyModel(
                request.page(),
                row(agency, request),
                agency.agency().parent().flatMap(agencies::find).map(parent -> link(parent, request)),
                links(agencies.predecessors(code), request),
                links(
                        agency.agency().successors().stream()
                                .flatMap(successor -> agencies.find(successor).stream())
                                .toList(),
                        request),
                agency.successorNote(),
                links(agencies.under(code), request),
                agency.note(),
                hours.of(code),
                Words.today(request),
                typed,
                errors);
        return Reply.page(
                        model.agency().name(),
                        out -> templates.directoryAgency(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(request.page().text("agencies.title"), "/admin/agencies"))
                .status(status);
    }

    Reply listJson(Request request) {
        Optional<LocalDate> on = request.query("on")
                .map(typed -> Words.day(typed)
                        .orElseThrow(() -> new ProblemException(new Problem(
                                400, "bad-day", texts.text("import.date", typed), texts.text("agencies.day-hint")))));
        return Reply.json(agencies.search(request.query("q").orElse(""), on).stream()
                .map(AgencyJson::of)
                .toList());
    }

    Reply showJson(Request request) {
        return Reply.json(AgencyJson.of(agency(request)));
    }

    private RegisteredAgency agency(Request request) {
        String code = request.pathValue("code");
        return agencies.find(code)
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "not-found",
                        texts.text("agencies.unknown", code),
                        texts.text("agencies.unknown-detail"))));
    }

    private static AgencyListModel.Row row(RegisteredAgency agency, Request request) {
        Texts texts = request.page().texts();
        return new AgencyListModel.Row(
                agency.code(),
                texts.get(agency.agency().name()),
                Words.type(agency.agency(), texts),
                Words.period(agency, texts),
                agency.agency().existsOn(Words.today(request)));
    }

    private static List<AgencyModel.Link> links(List<RegisteredAgency> agencies, Request request) {
        return agencies.stream().map(agency -> link(agency, request)).toList();
    }

    private static AgencyModel.Link link(RegisteredAgency agency, Request request) {
        return new AgencyModel.Link(
                agency.code(), request.page().texts().get(agency.agency().name()));
    }
}
