package vn.kientao.reform.procedures.web.index766;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.index766.ServiceIndex;
import vn.kientao.reform.procedures.domain.index766.IndexItem;
import vn.kientao.reform.procedures.domain.index766.IndexScore;
import vn.kientao.reform.procedures.domain.index766.IndexVersion;
import vn.kientao.reform.procedures.web.report.PeriodForm;
import vn.kientao.reform.procedures.web.report.ReportPermissions;
import vn.kientao.reform.procedures.web.sheet.TableFiles;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** The index of service quality: computed for an agency and period; its sub-points edited as versions. */
@Component
public final class IndexPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(IndexPages.class);
    private static final Permission RULES = new Permission("procedures.rules");

    private final ServiceIndex index;
    private final People people;
    private final TableFiles files;
    private final Templates templates = new StaticTemplates();

    @Activate
    public IndexPages(@Reference ServiceIndex index, @Reference People people, @Reference TableFiles files) {
        this.index = index;
        this.people = people;
        this.files = files;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/service-index", ReportPermissions.REPORT, this::show).menu("index766.menu", "activity", 64);
        files.offer(routes, "/service-index", ReportPermissions.REPORT, this::table);
        routes.get("/service-index/edit", RULES, this::edit);
        routes.post("/service-index/edit", RULES, this::save);
    }

    private Reply show(Request request) {
        FormErrors errors = new FormErrors();
        PeriodForm form = new PeriodForm(request, errors);
        IndexModel model = model(request, form, errors);
        return Reply.page(
                        request.page().text("index766.title"),
                        out -> templates.index766Show(model).render(new WriterOutput(out)))
                .status(errors.isEmpty() ? 200 : 422);
    }

    private TableFile table(Request request) {
        FormErrors errors = new FormErrors();
        return new IndexFile(model(request, new PeriodForm(request, errors), errors))
                .table(
                        request.agency().code(),
                        request.page().texts().get(request.agency().name()));
    }

    private IndexModel model(Request request, PeriodForm form, FormErrors errors) {
        IndexScore score = index.score(request.agency().code(), form.period())
                .orElseThrow(() -> none(form.period().to()));
        return new IndexModel(
                request.page(),
                new FormView(request.page(), form.values(), errors),
                form.period(),
                score,
                index.grade(score, form.period().to()),
                index.least(form.period().to()),
                RULES);
    }

    private Reply edit(Request request) {
        FormView form = new FormView(
                request.page(), Map.of("from", Formats.date(now(request).toLocalDate())), new FormErrors());
        return edit(request, form, present(request));
    }

    private Reply.View edit(Request request, FormView form, IndexVersion version) {
        List<IndexVersion> history = index.history();
        IndexEditModel model = new IndexEditModel(
                request.page(),
                form,
                version,
                history,
                history.get(0).id(),
                people.names(history.stream().map(IndexVersion::madeBy).collect(Collectors.toSet())));
        return Reply.page(
                        request.page().text("index766.edit.title"),
                        out -> templates.index766Edit(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(
                        request.page().text("index766.title"), request.page().link("/service-index")));
    }

    private Reply save(Request request) {
        FormErrors errors = new FormErrors();
        IndexEditForm form = new IndexEditForm(request, errors);
        IndexVersion version = present(request);
        LocalDateTime now = now(request);
        Map<String, IndexItem> changes = form.changes(version);
        LocalDate from = form.validFrom(now.toLocalDate());
        String reason = form.reason();
        if (!errors.isEmpty()) {
            return edit(request, new FormView(request.page(), request.fields(), errors), version)
                    .status(422);
        }
        try {
            index.change(
                    form.seen(),
                    version,
                    changes,
                    from,
                    reason,
                    request.actor().account(),
                    now,
                    request.audit("procedures.index-change", "service-index", "766", detail(changes, from))
                            .because(reason));
        } catch (StaleRecordException e) {
            errors.add("reason", TEXTS.text("index766.error.stale"));
            return edit(request, new FormView(request.page(), request.fields(), errors), version)
                    .status(409);
        }
        return Reply.seeOther(request.page().link("/service-index"))
                .flash(request.page().text("index766.saved", Formats.date(from)));
    }

    private static String detail(Map<String, IndexItem> changes, LocalDate from) {
        return changes.values().stream()
                .map(item -> "\"" + item.code() + "\":"
                        + item.most().map(Object::toString).orElse("null"))
                .sorted()
                .collect(Collectors.joining(",", "{\"from\":\"" + from + "\",\"points\":{", "}}"));
    }

    private IndexVersion present(Request request) {
        LocalDate today = now(request).toLocalDate();
        return index.on(today).orElseThrow(() -> none(today));
    }

    private static ProblemException none(LocalDate day) {
        return new ProblemException(new Problem(
                404,
                "no-service-index",
                TEXTS.text("index766.problem.none", Formats.date(day)),
                TEXTS.text("index766.problem.none.do")));
    }

    private static LocalDateTime now(Request request) {
        return LocalDateTime.ofInstant(request.now(), Formats.ZONE).truncatedTo(ChronoUnit.SECONDS);
    }
}
