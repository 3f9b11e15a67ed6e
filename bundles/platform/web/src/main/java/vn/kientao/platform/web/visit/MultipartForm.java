package vn.kientao.platform.web.visit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.fileupload.FileItem;
import org.apache.commons.fileupload.FileItemFactory;
import org.apache.commons.fileupload.FileItemStream;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.web.http.Parameters;
import vn.kientao.platform.web.http.Refusal;

/**
 * The parts of a multipart form in the order they come in: what was typed is kept, and of the files as many as there is room
 * for. The others are left out, so that what was typed behind them is still read.
 */
final class MultipartForm {
    private static final int MOST_FILES = 200;
    private static final int PIECE = 16 * 1024;

    private final FileItemFactory files;
    private final Parameters fields = new Parameters();
    private final Map<String, StoredUpload> uploads = new LinkedHashMap<>();
    private final List<FileItem> items = new ArrayList<>();
    private final Set<String> leftOut = new LinkedHashSet<>();
    private long room;
    private int textRoom = FormReader.MOST_TEXT;
    private int count;

    /** @param room bytes of files that are kept, in all */
    MultipartForm(FileItemFactory files, long room) {
        this.files = files;
        this.room = room;
    }

    /** @throws Refusal 413 when too much was typed or there are too many files */
    void add(FileItemStream part) throws IOException {
        String name = Folding.nfc(part.getFieldName() == null ? "" : part.getFieldName());
        try (InputStream in = part.openStream()) {
            if (part.isFormField()) {
                fields.add(name, text(in));
            } else {
                file(name, part, in);
            }
        }
    }

    private String text(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!copied(in, bytes, textRoom)) {
            throw FormReader.tooLarge(FormReader.MOST_TEXT);
        }
        textRoom -= bytes.size();
        return Folding.nfc(bytes.toString(StandardCharsets.UTF_8));
    }

    private void file(String name, FileItemStream part, InputStream in) throws IOException {
        count++;
        if (count > MOST_FILES) {
            throw new Refusal(413, "too-many-fields");
        }
        FileItem item = files.createItem(part.getFieldName(), part.getContentType(), false, part.getName());
        items.add(item);
        boolean whole;
        try (OutputStream out = item.getOutputStream()) {
            whole = copied(in, out, room);
        }
        if (whole) {
            room -= item.getSize();
            uploads.putIfAbsent(name, new StoredUpload(item));
        } else {
            item.delete();
            leftOut.add(name);
        }
    }

    /** Whether no more than so many bytes came; what is beyond them is not copied. */
    private static boolean copied(InputStream in, OutputStream out, long most) throws IOException {
        byte[] piece = new byte[PIECE];
        long left = most;
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            left -= read;
            if (left < 0) {
                return false;
            }
            out.write(piece, 0, read);
        }
        return true;
    }

    /** The fields whose files there was no room for. */
    Set<String> leftOut() {
        return leftOut;
    }

    Form read() {
        return new Form(fields, uploads, items, leftOut);
    }

    /** Throws the files away. */
    void drop() {
        items.forEach(FileItem::delete);
    }
}
