package vn.kientao.reform.procedures.web.attachment;

import java.util.List;
import java.util.stream.IntStream;
import vn.kientao.platform.api.documents.PageImages;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.reform.procedures.domain.attachment.FileKind;

/** Shows pictures as pictures and a PDF as pictures of its pages, drawn here; no file is opened in the browser. */
final class FilePreview {
    /** Pages of a PDF that are shown at once; the rest can be saved. */
    private static final int MOST_SHOWN = 20;

    private final PageImages images;

    FilePreview(PageImages images) {
        this.images = images;
    }

    /** How many pages can be drawn; 0 when the file cannot be shown. */
    int pages(FileKind kind, byte[] content) {
        if (kind != FileKind.PDF) {
            return 0;
        }
        try {
            return images.pages(content);
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    /** Addresses of what can be seen of a file at an address. */
    static List<String> pictures(FileKind kind, int pages, String address) {
        return kind.picture()
                ? List.of(address + "/content")
                : IntStream.rangeClosed(1, Math.min(pages, MOST_SHOWN))
                        .mapToObj(number -> address + "/pages/" + number)
                        .toList();
    }

    /** @throws vn.kientao.platform.api.web.ProblemException 404 when there is no such page */
    Reply page(FileKind kind, byte[] content, String number) {
        if (kind != FileKind.PDF || !number.matches("\\d{1,4}")) {
            throw FileFinder.noSuchFile(number);
        }
        try {
            byte[] png = images.page(content, Integer.parseInt(number));
            return Reply.download("trang-" + number + ".png", "image/png", out -> out.write(png))
                    .shownInline();
        } catch (IllegalArgumentException e) {
            throw FileFinder.noSuchFile(number);
        }
    }
}
