package vn.kientao.platform.directory.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Upload;

/** The file of an import form. */
final class Uploads {
    /** What a form with a file may hold in all. */
    static final long MOST_BYTES = 4L << 20;

    private static final TextBundle TEXTS = TextBundle.of(Uploads.class);

    private Uploads() {}

    static Upload of(Request request) {
        return request.upload("file")
                .filter(upload -> upload.size() > 0)
                .orElseThrow(() -> new ProblemException(new Problem(
                        422, "no-file", TEXTS.text("import.no-file"), TEXTS.text("import.no-file-detail"))));
    }

    static byte[] content(Upload upload) {
        try (InputStream in = upload.open()) {
            return in.readNBytes((int) MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the uploaded file", e);
        }
    }

    static long id(Request request) {
        String id = request.pathValue("id");
        return id.matches("[0-9]{1,18}") ? Long.parseLong(id) : -1;
    }

    /** The file that was tried is gone: somebody else's, said yes to already, or a day old. */
    static ProblemException gone() {
        return new ProblemException(
                new Problem(404, "import-gone", TEXTS.text("import.gone"), TEXTS.text("import.gone-detail")));
    }
}
