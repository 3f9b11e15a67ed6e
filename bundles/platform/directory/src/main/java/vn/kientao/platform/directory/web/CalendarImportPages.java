package vn.kientao.platform.directory.web;

import gg.jte.output.WriterOutput;
import java.util.List;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.platform.directory.app.CalendarChanges;
import vn.kientao.platform.directory.app.CalendarChanges.Done;
import vn.kientao.platform.directory.app.CalendarChanges.Preview;
import vn.kientao.platform.directory.domain.CalendarChange;
import vn.kientao.platform.directory.web.templates.StaticTemplates;
import vn.kientao.platform.directory.web.templates.Templates;

/** Importing days of the calendar: tried first, with the deadlines that would move. */
@Component
public final class CalendarImportPages implements PlatformRoutes {
    private final CalendarChanges changes;
    private final Templates templates = new StaticTemplates();

    @Activate
    public CalendarImportPages(@Reference CalendarChanges changes) {
        this.changes = changes;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/admin/calendar/import", Permission.ADMINISTER, this::form);
        routes.post("/admin/calendar/import", Permission.ADMINISTER, this::tryOut)
                .uploads(Uploads.MOST_BYTES, UploadKind.TEXT);
        routes.post("/admin/calendar/import/{id}", Permission.ADMINISTER, this::commit);
    }

    Reply form(Request request) {
        ImportModel model = new ImportModel(
                request.page(), "calendar", false, "", OptionalLong.empty(), List.of(), List.of(), 0, List.of());
        return page(request, 200, model);
    }

    Reply tryOut(Request request) {
        Upload upload = Uploads.of(request);
        Preview preview = changes.tryOut(
                Uploads.content(upload), upload.name(), request.actor().account());
        Texts texts = request.page().texts();
        ImportModel model = new ImportModel(
                request.page(),
                "calendar",
                true,
                preview.fileName(),
                preview.id(),
                preview.problems(),
                preview.changes().stream().map(change -> line(change, texts)).toList(),
                preview.unchanged(),
                preview.moves().stream().map(MoveView::of).toList());
        return page(request, preview.problems().isEmpty() ? 200 : 422, model);
    }

    Reply commit(Request request) {
        Done done = changes.commit(Uploads.id(request), request.actor().account(), request::audit)
                .orElseThrow(Uploads::gone);
        return Reply.seeOther("/admin/calendar")
                .flash(request.page()
                        .text(
                                "calendar.imported",
                                Formats.number(done.changes().size()),
                                Formats.number(done.moved())));
    }

    private Reply page(Request request, int status, ImportModel model) {
        return Reply.page(
                        request.page().text("calendar.import.title"),
                        out -> templates.directoryImport(model).render(new WriterOutput(out)))
                .status(status)
                .crumbs(new Reply.Crumb(request.page().text("calendar.title"), "/admin/calendar"));
    }

    private static String line(CalendarChange change, Texts texts) {
        String what = change.becomes()
                .map(day -> Words.kind(day.kind(), texts) + ", " + texts.get(day.name()))
                .orElseGet(() -> texts.get("calendar.kind.ordinary"));
        return Formats.date(change.day()) + ": " + what;
    }
}
