package vn.kientao.reform.procedures.web.attachment;

import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.documents.PageImages;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.reform.procedures.app.attachment.Attachments;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.domain.attachment.Attachment;
import vn.kientao.reform.procedures.domain.attachment.FileKind;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.web.dossier.Checks;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.PersonalData;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/**
 * The files of a dossier's papers. What came in is only ever handed out as an attachment in a sandbox; a page shows pictures
 * as pictures and a PDF as pictures of its pages, drawn here.
 */
@Component
public final class FilePages implements ModuleRoutes {
    /** Pages of a PDF that are shown at once; the rest can be saved. */
    private static final int MOST_SHOWN = 20;

    private static final int NAME = 150;
    private static final int YEARS = 100;

    private final Dossiers dossiers;
    private final Attachments attachments;
    private final PageImages images;
    private final Templates templates = new StaticTemplates();

    @Activate
    public FilePages(@Reference Dossiers dossiers, @Reference Attachments attachments, @Reference PageImages images) {
        this.dossiers = dossiers;
        this.attachments = attachments;
        this.images = images;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/dossiers/{code}/files", DeskPermissions.PERSONAL_DATA, this::list);
        routes.post("/dossiers/{code}/files", DeskPermissions.PROCESS, this::add)
                .uploads(Attachments.MOST_BYTES, UploadKind.PDF, UploadKind.PNG, UploadKind.JPEG, UploadKind.DOCX);
        routes.get("/dossiers/{code}/files/{file}", DeskPermissions.PERSONAL_DATA, this::show);
        routes.get("/dossiers/{code}/files/{file}/content", DeskPermissions.PERSONAL_DATA, this::content);
        routes.get("/dossiers/{code}/files/{file}/pages/{page}", DeskPermissions.PERSONAL_DATA, this::picture);
        routes.post("/dossiers/{code}/files/{file}/remove", DeskPermissions.PROCESS, this::remove);
    }

    private Reply list(Request request) {
        return list(request, dossier(request), FormView.of(request.page(), Map.of()), 200);
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
        Dossier dossier = dossier(request);
        FormErrors errors = new FormErrors();
        int papers = dossier.submission().papers().size();
        String given = request.field("paper").orElse("");
        int paper = given.matches("\\d{1,3}") ? Integer.parseInt(given) : 0;
        if (paper < 1 || paper > papers) {
            errors.add("paper", Words.text("file.error.paper", given, "" + papers));
        }
        Optional<Upload> upload = request.upload("file").filter(one -> one.size() > 0);
        if (upload.isEmpty()) {
            errors.add("file", Words.text("file.error.none"));
        }
        Optional<LocalDate> validTo = validTo(request, errors);
        if (!errors.isEmpty() || upload.isEmpty()) {
            return list(request, dossier, new FormView(request.page(), request.fields(), errors), 422);
        }
        String name = name(upload.get());
        if (!attachments.add(dossier, paper, name, bytes(upload.get()), validTo, Words.doer(request))) {
            errors.add("file", Words.text("file.error.many", "" + Attachments.MOST_FILES));
            return list(request, dossier, new FormView(request.page(), request.fields(), errors), 422);
        }
        return Reply.seeOther(request.page().link("/dossiers/" + dossier.code() + "/files"))
                .flash(request.page().text("file.added", name));
    }

    private static Optional<LocalDate> validTo(Request request, FormErrors errors) {
        Optional<String> given = request.field("validTo");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Checks checks = new Checks(errors);
        Optional<LocalDate> day = checks.day("validTo", given.get());
        LocalDate today = Words.now(request).toLocalDate();
        day.ifPresent(one -> checks.between("validTo", one, today, today.plusYears(YEARS)));
        return day;
    }

    private static String name(Upload upload) {
        String name = upload.name().isBlank() ? "tep" : upload.name();
        return name.length() <= NAME ? name : name.substring(0, NAME);
    }

    private static byte[] bytes(Upload upload) {
        try (InputStream in = upload.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply show(Request request) {
        Dossier dossier = dossier(request);
        Attachment file = file(request, dossier);
        Page page = request.page();
        int pages = pages(dossier, file);
        String address = page.link("/dossiers/" + dossier.code() + "/files/" + file.id());
        List<String> pictures = file.kind().picture()
                ? List.of(address + "/content")
                : IntStream.rangeClosed(1, Math.min(pages, MOST_SHOWN))
                        .mapToObj(number -> address + "/pages/" + number)
                        .toList();
        FileModel model = new FileModel(page, PersonalData.of(request).of(dossier), file, pictures, pages);
        return Reply.page(file.name(), out -> templates.attachmentFile(model).render(new WriterOutput(out)))
                .crumbs(crumbs(page, dossier));
    }

    /** How many pages can be drawn; 0 when the file cannot be shown. */
    private int pages(Dossier dossier, Attachment file) {
        if (file.kind() != FileKind.PDF) {
            return 0;
        }
        try {
            return images.pages(bytes(dossier, file));
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    private Reply content(Request request) {
        Dossier dossier = dossier(request);
        Attachment file = file(request, dossier);
        PersonalData.of(request).of(dossier);
        byte[] content = bytes(dossier, file);
        return Reply.download(file.name(), file.kind().contentType(), out -> out.write(content));
    }

    private Reply picture(Request request) {
        Dossier dossier = dossier(request);
        Attachment file = file(request, dossier);
        String number = request.pathValue("page");
        if (file.kind() != FileKind.PDF || !number.matches("\\d{1,4}")) {
            throw noSuchFile(number);
        }
        PersonalData.of(request).of(dossier);
        try {
            byte[] png = images.page(bytes(dossier, file), Integer.parseInt(number));
            return Reply.download("trang-" + number + ".png", "image/png", out -> out.write(png))
                    .shownInline();
        } catch (IllegalArgumentException e) {
            throw noSuchFile(number);
        }
    }

    private Reply remove(Request request) {
        Dossier dossier = dossier(request);
        Attachment file = file(request, dossier);
        attachments.remove(dossier, file, Words.doer(request));
        return Reply.seeOther(request.page().link("/dossiers/" + dossier.code() + "/files"))
                .flash(request.page().text("file.removed", file.name()));
    }

    private byte[] bytes(Dossier dossier, Attachment file) {
        return attachments.content(dossier, file).orElseThrow(() -> noSuchFile("" + file.id()));
    }

    private static Reply.Crumb[] crumbs(Page page, Dossier dossier) {
        return new Reply.Crumb[] {
            new Reply.Crumb(page.text("dossier.list.title"), page.link("/dossiers")),
            new Reply.Crumb(dossier.code().toString(), page.link("/dossiers/" + dossier.code()))
        };
    }

    private Attachment file(Request request, Dossier dossier) {
        String id = request.pathValue("file");
        return attachments.of(dossier).stream()
                .filter(file -> id.equals("" + file.id()))
                .findFirst()
                .orElseThrow(() -> noSuchFile(id));
    }

    private static ProblemException noSuchFile(String id) {
        return new ProblemException(
                new Problem(404, "file-not-found", Words.text("file.not-found", id), Words.text("file.not-found.do")));
    }

    private Dossier dossier(Request request) {
        String code = request.pathValue("code");
        return dossiers.find(request.agency().code(), code).orElseThrow(() -> Words.noSuchDossier(code));
    }
}
