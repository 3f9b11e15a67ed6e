package vn.kientao.reform.procedures.web.attachment;

import java.util.List;
import vn.kientao.reform.procedures.domain.attachment.Attachment;

/**
 * A file of a dossier for programs.
 *
 * @param paper place of the paper in the dossier's list, from 1
 * @param kind {@code PDF}, {@code PNG}, {@code JPEG} or {@code DOCX}
 * @param size in bytes
 * @param sha256 of the content, as 64 hexadecimal digits
 * @param addedAt local time in Viet Nam
 * @param content where the content is fetched
 */
public record FileJson(
        long id,
        int paper,
        String name,
        String kind,
        long size,
        String sha256,
        String addedAt,
        String addedBy,
        String content) {

    static FileJson of(Attachment file, String address) {
        return new FileJson(
                file.id(),
                file.paper(),
                file.name(),
                file.kind().name(),
                file.size(),
                file.sha256(),
                file.at().toString(),
                file.who(),
                address + "/" + file.id() + "/content");
    }

    /** The files of a dossier in order of its papers. */
    public record Listing(List<FileJson> items) {
        public Listing {
            items = List.copyOf(items);
        }
    }
}
