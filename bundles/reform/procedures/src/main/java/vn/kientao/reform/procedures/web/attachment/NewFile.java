package vn.kientao.reform.procedures.web.attachment;

import java.time.LocalDate;
import java.util.Optional;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.reform.procedures.app.attachment.Attachments;
import vn.kientao.reform.procedures.domain.attachment.Attachment;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.web.dossier.Checks;
import vn.kientao.reform.procedures.web.dossier.IncomingFile;
import vn.kientao.reform.procedures.web.dossier.Words;

/** Reads a file that is added to a dossier. The same rules for the page and for programs. */
final class NewFile {
    private static final int YEARS = 100;

    private final Request request;
    private final FormErrors errors;

    NewFile(Request request, FormErrors errors) {
        this.request = request;
        this.errors = errors;
    }

    /** Adds it; empty when the errors say why not. */
    Optional<Attachment> add(Dossier dossier, Attachments attachments) {
        int paper = paper(dossier);
        Optional<Upload> upload = request.upload("file").filter(one -> one.size() > 0);
        if (upload.isEmpty()) {
            errors.add("file", request.refusedUploads().getOrDefault("file", Words.text("file.error.none")));
        }
        Optional<LocalDate> validTo = validTo();
        if (!errors.isEmpty() || upload.isEmpty()) {
            return Optional.empty();
        }
        String name = IncomingFile.name(upload.get());
        byte[] content = IncomingFile.bytes(upload.get());
        Optional<Attachment> kept = attachments.add(dossier, paper, name, content, validTo, Words.doer(request));
        if (kept.isEmpty()) {
            errors.add("file", Words.text("file.error.many", "" + Attachments.MOST_FILES));
        }
        return kept;
    }

    private int paper(Dossier dossier) {
        int papers = dossier.submission().papers().size();
        String given = request.field("paper").orElse("");
        int paper = given.matches("\\d{1,3}") ? Integer.parseInt(given) : 0;
        if (paper < 1 || paper > papers) {
            errors.add("paper", Words.text("file.error.paper", given, "" + papers));
        }
        return paper;
    }

    private Optional<LocalDate> validTo() {
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
}
