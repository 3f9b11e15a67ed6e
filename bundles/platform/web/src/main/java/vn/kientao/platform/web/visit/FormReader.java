package vn.kientao.platform.web.visit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload.FileItem;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadBase.FileSizeLimitExceededException;
import org.apache.commons.fileupload.FileUploadBase.SizeLimitExceededException;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.UploadContext;
import org.apache.commons.fileupload.disk.DiskFileItemFactory;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.web.http.Exchange;
import vn.kientao.platform.web.http.Parameters;
import vn.kientao.platform.web.http.Refusal;

/** Reads posted forms, {@code application/x-www-form-urlencoded} and {@code multipart/form-data}, within limits. */
public final class FormReader {
    /** Bytes of text that a form may hold, and a JSON body. */
    public static final int MOST_TEXT = 1024 * 1024;

    private static final int MOST_FILES = 100;
    private static final int KEPT_IN_MEMORY = 64 * 1024;

    private FormReader() {}

    /**
     * The form in the body; {@link Form#NONE} when the body is something else.
     *
     * @param mostUploadBytes bytes of files in all; 0 takes no files
     * @throws Refusal 400, 413 or 415
     */
    public static Form read(Exchange exchange, long mostUploadBytes) throws IOException {
        String type = exchange.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            String encoded = new String(bytes(exchange, MOST_TEXT), StandardCharsets.UTF_8);
            return new Form(Parameters.parse(encoded), Map.of(), List.of());
        }
        if (!type.startsWith("multipart/form-data")) {
            return Form.NONE;
        }
        if (mostUploadBytes == 0) {
            throw new Refusal(415, "unexpected-type", "multipart/form-data");
        }
        return multipart(exchange, mostUploadBytes);
    }

    /**
     * The whole body.
     *
     * @throws Refusal 413 when it is longer than {@code most}
     */
    public static byte[] bytes(Exchange exchange, int most) throws IOException {
        if (exchange.contentLength() > most) {
            throw tooLarge(most);
        }
        try (InputStream in = exchange.body()) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw tooLarge(most);
            }
            return bytes;
        }
    }

    private static Form multipart(Exchange exchange, long mostUploadBytes) throws IOException {
        FileUpload reader = new FileUpload(new DiskFileItemFactory(KEPT_IN_MEMORY, null));
        reader.setHeaderEncoding("UTF-8");
        reader.setSizeMax(mostUploadBytes + MOST_TEXT);
        reader.setFileCountMax(MOST_FILES);
        try {
            return sorted(reader.parseParameterMap(new Body(exchange)).values().stream()
                    .flatMap(List::stream)
                    .toList());
        } catch (SizeLimitExceededException | FileSizeLimitExceededException e) {
            throw tooLarge(mostUploadBytes);
        } catch (FileUploadException e) {
            throw new Refusal(400, "malformed");
        }
    }

    private static Form sorted(List<FileItem> items) {
        Parameters fields = new Parameters();
        Map<String, StoredUpload> uploads = new LinkedHashMap<>();
        for (FileItem item : items) {
            String name = Folding.nfc(item.getFieldName() == null ? "" : item.getFieldName());
            if (!item.isFormField()) {
                uploads.putIfAbsent(name, new StoredUpload(item));
            } else if (item.getSize() > MOST_TEXT) {
                throw tooLarge(MOST_TEXT);
            } else {
                fields.add(name, Folding.nfc(new String(item.get(), StandardCharsets.UTF_8)));
            }
        }
        return new Form(fields, uploads, items);
    }

    private static Refusal tooLarge(long most) {
        return new Refusal(413, "too-large", size(most));
    }

    private static String size(long bytes) {
        return bytes >= 1024 * 1024 ? bytes / (1024 * 1024) + " MB" : Math.max(1, bytes / 1024) + " KB";
    }

    /** The request as the library wants to see it. */
    private record Body(Exchange exchange) implements UploadContext {
        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public String getContentType() {
            return exchange.header("Content-Type").orElse("");
        }

        @Override
        @Deprecated
        public int getContentLength() {
            return (int) Math.min(Integer.MAX_VALUE, exchange.contentLength());
        }

        @Override
        public long contentLength() {
            return exchange.contentLength();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return exchange.body();
        }
    }
}
