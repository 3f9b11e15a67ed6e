package vn.kientao.platform.web.visit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadBase.FileUploadIOException;
import org.apache.commons.fileupload.FileUploadBase.SizeLimitExceededException;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.MultipartStream;
import org.apache.commons.fileupload.UploadContext;
import org.apache.commons.fileupload.disk.DiskFileItemFactory;
import vn.kientao.platform.web.http.Exchange;
import vn.kientao.platform.web.http.Parameters;
import vn.kientao.platform.web.http.Refusal;

/** Reads posted forms, {@code application/x-www-form-urlencoded} and {@code multipart/form-data}, within limits. */
public final class FormReader {
    /** Bytes of text that a form may hold, and a JSON body. */
    public static final int MOST_TEXT = 1024 * 1024;

    private static final int KEPT_IN_MEMORY = 64 * 1024;

    /** So many times the files that are taken are read and dropped, to come to what was typed behind them. */
    private static final long MOST_READ_THROUGH = 8;

    private FormReader() {}

    /**
     * The form in the body; {@link Form#NONE} when the body is something else.
     *
     * @param mostUploadBytes bytes of files in all; 0 takes no files
     * @param showsRefused whether files that are too many bytes leave the form instead of ending the request
     * @throws Refusal 400, 413 or 415
     */
    public static Form read(Exchange exchange, long mostUploadBytes, boolean showsRefused) throws IOException {
        String type = exchange.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            String encoded = new String(bytes(exchange, MOST_TEXT), StandardCharsets.UTF_8);
            return new Form(Parameters.parse(encoded), Map.of(), List.of(), Set.of());
        }
        if (!type.startsWith("multipart/form-data")) {
            return Form.NONE;
        }
        if (mostUploadBytes == 0) {
            throw new Refusal(415, "unexpected-type", "multipart/form-data");
        }
        return multipart(exchange, mostUploadBytes, showsRefused);
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

    private static Form multipart(Exchange exchange, long mostUploadBytes, boolean showsRefused) throws IOException {
        FileUpload reader = new FileUpload();
        reader.setHeaderEncoding("UTF-8");
        reader.setSizeMax((showsRefused ? MOST_READ_THROUGH : 1) * mostUploadBytes + MOST_TEXT);
        MultipartForm form = new MultipartForm(new DiskFileItemFactory(KEPT_IN_MEMORY, null), mostUploadBytes);
        boolean done = false;
        try {
            FileItemIterator parts = reader.getItemIterator(new Body(exchange));
            while (parts.hasNext()) {
                form.add(parts.next());
                if (!showsRefused && !form.leftOut().isEmpty()) {
                    throw tooLarge(mostUploadBytes);
                }
            }
            done = true;
            return form.read();
        } catch (SizeLimitExceededException | FileUploadIOException e) {
            throw tooLarge(mostUploadBytes);
        } catch (FileUploadException | MultipartStream.MalformedStreamException e) {
            throw new Refusal(400, "malformed");
        } finally {
            if (!done) {
                form.drop();
            }
        }
    }

    /** Why a file was left out of a form that was read on without it. */
    public static Refusal leftOut(long mostUploadBytes) {
        return new Refusal(413, "files-too-large", size(mostUploadBytes));
    }

    static Refusal tooLarge(long most) {
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
