package vn.kientao.reform.procedures.web.attachment;

import java.util.List;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.attachment.Attachment;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;

/**
 * A file on screen.
 *
 * @param pictures addresses of what can be seen of it; empty when it can only be saved
 * @param pages how many pages there are in all
 */
public record FileModel(Page page, Dossier dossier, Attachment file, List<String> pictures, int pages) {
    public FileModel {
        pictures = List.copyOf(pictures);
    }

    public String paper() {
        return dossier.submission().papers().get(file.paper() - 1).name();
    }

    public String address(String rest) {
        return page.link("/dossiers/" + dossier.code() + "/files/" + file.id() + rest);
    }

    /** Whether the reader may take it away: a dossier that has ended stays as it was decided on. */
    public boolean changes() {
        return page.can(DeskPermissions.PROCESS) && dossier.status().running();
    }
}
