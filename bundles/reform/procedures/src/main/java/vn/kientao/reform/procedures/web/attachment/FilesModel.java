package vn.kientao.reform.procedures.web.attachment;

import java.util.List;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.attachment.Attachment;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;

/** The files of a dossier, and the form that adds one. */
public record FilesModel(Page page, Dossier dossier, List<Attachment> files, FormView form) {
    public FilesModel {
        files = List.copyOf(files);
    }

    public List<ReceivedPaper> papers() {
        return dossier.submission().papers();
    }

    public List<Attachment> of(int paper) {
        return files.stream().filter(file -> file.paper() == paper).toList();
    }

    /** Whether the reader may add files and take them away. */
    public boolean changes() {
        return page.can(DeskPermissions.PROCESS);
    }

    public String address(String rest) {
        return page.link("/dossiers/" + dossier.code() + "/files" + rest);
    }

    /** "PDF · 340 KB". */
    public String facts(Attachment file) {
        return file.kind() + " · " + Formats.number(Math.max(1, file.size() / 1000)) + " KB";
    }
}
