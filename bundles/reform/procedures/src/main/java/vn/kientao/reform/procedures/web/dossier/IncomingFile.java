package vn.kientao.reform.procedures.web.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.api.web.UploadKind;

/** A file of a paper as it comes in: the kinds that are taken, its name, its bytes. */
public final class IncomingFile {
    private static final int NAME = 150;

    private IncomingFile() {}

    /** Lets the route take files of papers, of so many bytes in all. */
    public static Routes.Route taken(Routes.Route route, long mostBytes) {
        return route.uploads(mostBytes, UploadKind.PDF, UploadKind.PNG, UploadKind.JPEG, UploadKind.DOCX);
    }

    /** The name under which it is kept. */
    public static String name(Upload upload) {
        String name = upload.name().isBlank() ? "tep" : upload.name();
        return name.length() <= NAME ? name : name.substring(0, NAME);
    }

    public static byte[] bytes(Upload upload) {
        try (InputStream in = upload.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
