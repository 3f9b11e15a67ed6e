package vn.kientao.reform.steering.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.reform.steering.app.file.Files;
import vn.kientao.reform.steering.domain.file.FileOwner;
import vn.kientao.reform.steering.domain.file.StoredFile;

/** Takes files in and hands them out: always as an attachment, never shown in the browser. */
public final class FileDoor {
    private static final TextBundle TEXTS = TextBundle.of(FileDoor.class);

    private FileDoor() {}

    /** The file of a form; empty when none was chosen, with an error. */
    public static Optional<Upload> upload(Request request, String field, FormErrors errors) {
        Optional<Upload> upload = request.upload(field).filter(one -> one.size() > 0);
        if (upload.isEmpty()) {
            errors.add(field, TEXTS.text("file.error.none"));
        }
        return upload;
    }

    public static Files.Sent sent(Upload upload) {
        try (InputStream in = upload.open()) {
            return new Files.Sent(upload.name(), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file that the address names among those of the record; 404 when it has none such. */
    public static Reply download(Request request, Files files, FileOwner owner) {
        String id = request.pathValue("file");
        StoredFile file = files.of(owner).stream()
                .filter(one -> id.equals("" + one.id()))
                .findFirst()
                .orElseThrow(() -> none(id));
        byte[] content = files.content(owner, file.id()).orElseThrow(() -> none(id));
        return Reply.download(file.name(), "application/octet-stream", out -> out.write(content));
    }

    private static ProblemException none(String id) {
        return new ProblemException(new Problem(
                404, "file-not-found", TEXTS.text("file.problem.none", id), TEXTS.text("file.problem.none.do")));
    }
}
