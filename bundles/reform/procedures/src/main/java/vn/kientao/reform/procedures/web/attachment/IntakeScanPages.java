package vn.kientao.reform.procedures.web.attachment;

import gg.jte.output.WriterOutput;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.documents.PageImages;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.attachment.IntakeScans;
import vn.kientao.reform.procedures.domain.attachment.IntakeScan;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** An officer looks at the scans of the own half-filled intake forms before a dossier is made of them. */
@Component
public final class IntakeScanPages implements ModuleRoutes {
    private final IntakeScans scans;
    private final FilePreview preview;
    private final Templates templates = new StaticTemplates();

    @Activate
    public IntakeScanPages(@Reference IntakeScans scans, @Reference PageImages images) {
        this.scans = scans;
        this.preview = new FilePreview(images);
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/desk/scans/{scan}", DeskPermissions.RECEIVE, this::show);
        routes.get("/desk/scans/{scan}/content", DeskPermissions.RECEIVE, this::content);
        routes.get("/desk/scans/{scan}/pages/{page}", DeskPermissions.RECEIVE, this::picture);
    }

    private Reply show(Request request) {
        IntakeScans.Held held = held(request);
        IntakeScan scan = held.scan();
        Page page = request.page();
        int pages = preview.pages(scan.kind(), scans.content(held));
        String address = page.link("/desk/scans/" + scan.id());
        IntakeScanModel model =
                new IntakeScanModel(page, scan, address, FilePreview.pictures(scan.kind(), pages, address), pages);
        return Reply.page(
                        scan.name(),
                        out -> templates.attachmentIntakeScan(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("desk.title"), page.link("/desk")));
    }

    private Reply content(Request request) {
        IntakeScans.Held held = held(request);
        byte[] content = scans.content(held);
        return Reply.download(held.scan().name(), held.scan().kind().contentType(), out -> out.write(content));
    }

    private Reply picture(Request request) {
        IntakeScans.Held held = held(request);
        return preview.page(held.scan().kind(), scans.content(held), request.pathValue("page"));
    }

    /** @throws vn.kientao.platform.api.web.ProblemException 404 when it is not of a form of this account and agency */
    private IntakeScans.Held held(Request request) {
        String id = request.pathValue("scan");
        IntakeScans.Held held = Optional.of(id)
                .filter(given -> given.matches("\\d{1,18}"))
                .flatMap(given ->
                        scans.find(request.agency().code(), request.actor().account(), Long.parseLong(given)))
                .orElseThrow(() -> FileFinder.noSuchFile(id));
        request.personalDataShown("intake-form", held.form().form(), Words.text("scan.purpose"));
        return held;
    }
}
