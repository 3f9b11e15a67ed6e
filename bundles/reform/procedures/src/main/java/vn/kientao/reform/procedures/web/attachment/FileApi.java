package vn.kientao.reform.procedures.web.attachment;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.attachment.Attachments;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.domain.attachment.Attachment;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.IncomingFile;
import vn.kientao.reform.procedures.web.dossier.PersonalData;
import vn.kientao.reform.procedures.web.dossier.Words;

/** The files of a dossier's papers for programs: the same door and the same rules as the page. */
@Component
public final class FileApi implements ModuleRoutes {
    private static final String FILES = "/dossiers/{code}/files";

    private final Attachments attachments;
    private final FileFinder finder;

    @Activate
    public FileApi(@Reference Dossiers dossiers, @Reference Attachments attachments) {
        this.attachments = attachments;
        this.finder = new FileFinder(dossiers, attachments);
    }

    @Override
    public void api(Routes routes) {
        routes.get(FILES, DeskPermissions.PERSONAL_DATA, this::list)
                .summary("file.api.list")
                .returns(FileJson.Listing.class);
        IncomingFile.taken(routes.post(FILES, DeskPermissions.PROCESS, this::add), Attachments.MOST_BYTES)
                .summary("file.api.add")
                .returns(FileJson.class);
        routes.get(FILES + "/{file}/content", DeskPermissions.PERSONAL_DATA, this::content)
                .summary("file.api.content");
        routes.delete(FILES + "/{file}", DeskPermissions.PROCESS, this::remove)
                .summary("file.api.remove")
                .returns(FileJson.class);
    }

    private Reply list(Request request) {
        Dossier dossier = finder.dossier(request);
        PersonalData.of(request).of(dossier);
        return Reply.json(new FileJson.Listing(attachments.of(dossier).stream()
                .map(file -> FileJson.of(file, address(request, dossier)))
                .toList()));
    }

    private Reply add(Request request) {
        Dossier dossier = finder.dossier(request);
        FormErrors errors = new FormErrors();
        Attachment file = new NewFile(request, errors)
                .add(dossier, attachments)
                .orElseThrow(() -> new ProblemException(new Problem(
                        422,
                        "invalid",
                        Words.text("dossier.problem.invalid"),
                        Words.text("dossier.problem.invalid.do"),
                        errors.all())));
        String address = address(request, dossier);
        return new Reply.Json(
                201, FileJson.of(file, address), Map.of("Location", address + "/" + file.id() + "/content"));
    }

    private Reply content(Request request) {
        Dossier dossier = finder.dossier(request);
        Attachment file = finder.file(request, dossier);
        PersonalData.of(request).of(dossier);
        byte[] content = finder.bytes(dossier, file);
        return Reply.download(file.name(), file.kind().contentType(), out -> out.write(content));
    }

    private Reply remove(Request request) {
        Attachment file = finder.remove(request);
        return Reply.json(FileJson.of(file, address(request, finder.dossier(request))));
    }

    private static String address(Request request, Dossier dossier) {
        return request.page().link("/dossiers/" + dossier.code() + "/files");
    }
}
