package vn.kientao.reform.procedures.web.dossier;

import gg.jte.output.WriterOutput;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.dossier.DossierView;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.domain.dossier.DossierRow;
import vn.kientao.reform.procedures.web.bulk.BulkActions;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** The agency's dossiers by deadline, on screen and as a file. */
@Component
public final class DossierListPage implements ModuleRoutes {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Dossiers dossiers;
    private final Sheets sheets;
    private final Templates templates = new StaticTemplates();

    @Activate
    public DossierListPage(@Reference Dossiers dossiers, @Reference Sheets sheets) {
        this.dossiers = dossiers;
        this.sheets = sheets;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/dossiers", DeskPermissions.READ, this::list).menu("dossier.menu", "folder2-open", 10);
        routes.get("/dossiers.csv", DeskPermissions.READ, request -> export(request, SheetFormat.CSV));
        routes.get("/dossiers.xlsx", DeskPermissions.READ, request -> export(request, SheetFormat.XLSX));
    }

    private Reply list(Request request) {
        Page page = request.page();
        String agency = request.agency().code();
        LocalDateTime now = Words.now(request);
        DossierListForm form = new DossierListForm(request);
        List<DossierRow> rows = dossiers.page(agency, form.filter(), now, form.after(), form.size() + 1).stream()
                .map(PersonalData.of(request)::of)
                .toList();
        boolean more = rows.size() > form.size();
        Map<DossierView, Integer> counts = dossiers.counts(agency, form.filter(), now);
        DossierListModel model = new DossierListModel(
                page,
                form.view(request),
                form.filter(),
                counts,
                count(agency, form, now, rows.size(), counts),
                more ? rows.subList(0, form.size()) : rows,
                more,
                form.after().isEmpty(),
                form.size(),
                request.query("pick").isPresent(),
                BulkActions.offered(page),
                dossiers.fields(agency),
                now);
        return Reply.page(
                        page.text("dossier.list.title"),
                        out -> templates.proceduresDossiers(model).render(new WriterOutput(out)))
                .status(form.valid() ? 200 : 422);
    }

    /**
     * How many the list holds, counted only where that is not known already. What has certain words and fills more than the
     * page is not counted: who searches looks for one.
     */
    private int count(
            String agency, DossierListForm form, LocalDateTime now, int read, Map<DossierView, Integer> counts) {
        if (!form.filter().narrowed()) {
            return counts.getOrDefault(form.filter().view(), 0);
        }
        if (form.after().isEmpty() && read <= form.size()) {
            return read;
        }
        return form.filter().words().isPresent() ? form.size() : dossiers.count(agency, form.filter(), now);
    }

    private Reply export(Request request, SheetFormat format) {
        String agency = request.agency().code();
        LocalDateTime now = Words.now(request);
        DossierExport export = new DossierExport(
                sheets,
                dossiers,
                agency,
                new DossierListForm(request).filter(),
                now,
                PersonalData.of(request),
                request.page().texts());
        dossiers.taken(request.audit("procedures.export", "dossier-list", agency, ""));
        String name = format.fileName("ho-so-" + agency + "-" + DAY.format(now.toLocalDate()));
        return Reply.download(name, format.contentType(), out -> export.writeTo(format, out));
    }
}
