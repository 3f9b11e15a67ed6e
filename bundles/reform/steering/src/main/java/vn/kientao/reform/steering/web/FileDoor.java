package vn.kientao.reform.steering.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Predicate;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.reform.steering.app.file.Files;
import vn.kientao.reform.steering.domain.file.FileOwner;
import vn.kientao.reform.steering.domain.file.StoredFile;

/** Takes files in and hands them out: always as an attachment, never shown in the browser. */
public final class FileDoor {
    private static final TextBundle TEXTS = TextBundle.of(FileDoor.class);

    private FileDoor() {}

    /** Lets a route take a document or a picture. */
    public static void accept(Routes.Route route) {
        Routes.Route unused = route.uploads(
                Files.MOST_BYTES, UploadKind.PDF, UploadKind.PNG, UploadKind.JPEG, UploadKind.DOCX, UploadKind.XLSX);
    }

    /**
     * Takes the file of a form in.
     *
     * @param keep answers false when the record has as many files as it may have
     * @return why it was not taken, said of the field {@code file}
     */
    public static FormErrors take(Request request, Predicate<Files.Sent> keep) {
        FormErrors errors = new FormErrors();
        Optional<Files.Sent> file = sent(request);
        if (file.isEmpty()) {
            errors.add("file", TEXTS.text("file.error.none"));
        } else if (!keep.test(file.get())) {
            errors.add("file", TEXTS.text("file.error.many", "" + Files.MOST_FILES));
        }
        return errors;
    }

    /** The file in the field {@code file}; empty when none was chosen. */
    public static Optional<Files.Sent> sent(Request request) {
        return request.upload("file").filter(one -> one.size() > 0).map(FileDoor::sent);
    }

    private static Files.Sent sent(Upload upload) {
        try (InputStream in = upload.open()) {
            return new Files.Sent(upload.name(), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file that the address names among those of the record; 404 when it has none such. */
    public static StoredFile find(Request request, Files files, FileOwner owner) {
        String id = request.pathValue("file");
        return files.of(owner).stream()
                .filter(one -> id.equals("" + one.id()))
                .findFirst()
                .orElseThrow(() -> none(id));
    }

    /** The content of what {@link #find} finds. */
    public static Reply download(Request request, Files files, FileOwner owner) {
        StoredFile file = find(request, files, owner);
        byte[] content = files.content(owner, file.id()).orElseThrow(() -> none("" + file.id()));
        return Reply.download(file.name(), "application/octet-stream", out -> out.write(content));
    }

    private static ProblemException none(String id) {
        return new ProblemException(new Problem(
                404, "file-not-found", TEXTS.text("file.problem.none", id), TEXTS.text("file.problem.none.do")));
    }
}
