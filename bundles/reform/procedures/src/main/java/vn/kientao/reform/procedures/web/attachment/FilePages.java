package vn.kientao.reform.procedures.web.attachment;

import gg.jte.output.WriterOutput;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.documents.PageImages;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.attachment.Attachments;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.domain.attachment.Attachment;
import vn.kientao.reform.procedures.domain.attachment.FileKind;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.IncomingFile;
import vn.kientao.reform.procedures.web.dossier.PersonalData;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/**
 * The files of a dossier's papers. What came in is only ever handed out as an attachment in a sandbox; a page shows pictures
 * as pictures and a PDF as pictures of its pages, drawn here.
 */
@Component
public final class FilePages implements ModuleRoutes {
    private final Attachments attachments;
    private final FileFinder finder;
    private final FilePreview preview;
    private final Templates templates = new StaticTemplates();

    @Activate
    public FilePages(@Reference Dossiers dossiers, @Reference Attachments attachments, @Reference PageImages images) {
        this.attachments = attachments;
        this.finder = new FileFinder(dossiers, attachments);
        this.preview = new FilePreview(images);
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/dossiers/{code}/files", DeskPermissions.PERSONAL_DATA, this::list);
        IncomingFile.taken(
                        routes.post("/dossiers/{code}/files", DeskPermissions.PROCESS, this::add),
                        Attachments.MOST_BYTES)
                .showsRefusedFiles();
        routes.get("/dossiers/{code}/files/{file}", DeskPermissions.PERSONAL_DATA, this::show);
        routes.get("/dossiers/{code}/files/{file}/content", DeskPermissions.PERSONAL_DATA, this::content);
        routes.get("/dossiers/{code}/files/{file}/pages/{page}", DeskPermissions.PERSONAL_DATA, this::picture);
        routes.post("/dossiers/{code}/files/{file}/remove", DeskPermissions.PROCESS, this::remove);
    }

    private Reply list(Request request) {
        return list(request, finder.dossier(request), FormView.of(request.page(), Map.of()), 200);
    }

    private Reply list(Request request, Dossier dossier, FormView form, int status) {
        Page page = request.page();
        Dossier shown = PersonalData.of(request).of(dossier);
        FilesModel model = new FilesModel(page, shown, attachments.of(dossier), form);
        return Reply.page(
                        page.text("file.title", dossier.code().toString()),
                        out -> templates.attachmentFiles(model).render(new WriterOutput(out)))
                .crumbs(crumbs(page, dossier))
                .status(status);
    }

    private Reply add(Request request) {
        Dossier dossier = finder.dossier(request);
        FormErrors errors = new FormErrors();
        return new NewFile(request, errors)
                .add(dossier, attachments)
                .<Reply>map(file -> Reply.seeOther(request.page().link("/dossiers/" + dossier.code() + "/files"))
                        .flash(request.page().text("file.added", file.name())))
                .orElseGet(() -> list(request, dossier, new FormView(request.page(), request.fields(), errors), 422));
    }

    private Reply show(Request request) {
        Dossier dossier = finder.dossier(request);
        Attachment file = finder.file(request, dossier);
        Page page = request.page();
        int pages = file.kind() == FileKind.PDF ? preview.pages(file.kind(), finder.bytes(dossier, file)) : 0;
        String address = page.link("/dossiers/" + dossier.code() + "/files/" + file.id());
        List<String> pictures = FilePreview.pictures(file.kind(), pages, address);
        FileModel model = new FileModel(page, PersonalData.of(request).of(dossier), file, pictures, pages);
        return Reply.page(file.name(), out -> templates.attachmentFile(model).render(new WriterOutput(out)))
                .crumbs(crumbs(page, dossier));
    }

    private Reply content(Request request) {
        Dossier dossier = finder.dossier(request);
        Attachment file = finder.file(request, dossier);
        PersonalData.of(request).of(dossier);
        byte[] content = finder.bytes(dossier, file);
        return Reply.download(file.name(), file.kind().contentType(), out -> out.write(content));
    }

    private Reply picture(Request request) {
        Dossier dossier = finder.dossier(request);
        Attachment file = finder.file(request, dossier);
        PersonalData.of(request).of(dossier);
        return preview.page(file.kind(), finder.bytes(dossier, file), request.pathValue("page"));
    }

    private Reply remove(Request request) {
        Attachment file = finder.remove(request);
        return Reply.seeOther(request.page().link("/dossiers/" + request.pathValue("code") + "/files"))
                .flash(request.page().text("file.removed", file.name()));
    }

    private static Reply.Crumb[] crumbs(Page page, Dossier dossier) {
        return new Reply.Crumb[] {
            new Reply.Crumb(page.text("dossier.list.title"), page.link("/dossiers")),
            new Reply.Crumb(dossier.code().toString(), page.link("/dossiers/" + dossier.code()))
        };
    }
}
