package vn.kientao.platform.web.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.api.web.UploadKind;

/** Tells what a file is by what it holds. A file that is two things at once is none. */
final class Sniffer {
    private static final int HEAD = 8 * 1024;
    private static final int TAIL = 66 * 1024;
    /** How many entries of an archive are looked at for the part that tells a document from a sheet. */
    private static final int ENTRIES = 200;

    private Sniffer() {}

    static Optional<UploadKind> kind(Upload upload) throws IOException {
        byte[] head;
        try (InputStream in = upload.open()) {
            head = in.readNBytes(HEAD);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\u0003\u0004")) {
            return Optional.of(archive(upload));
        }
        Optional<UploadKind> kind = single(text);
        boolean archiveBehind = kind.isPresent() && kind.get() != UploadKind.TEXT && endsAsArchive(upload);
        return archiveBehind ? Optional.empty() : kind;
    }

    private static Optional<UploadKind> single(String text) {
        if (text.startsWith("%PDF-")) {
            return Optional.of(UploadKind.PDF);
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(UploadKind.PNG);
        }
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(UploadKind.JPEG);
        }
        if (text.startsWith("0\u0082")) {
            return Optional.of(UploadKind.DER);
        }
        return isText(text) ? Optional.of(UploadKind.TEXT) : Optional.empty();
    }

    /** No null characters, no binary signature, and nothing that a browser could take for markup. */
    private static boolean isText(String text) {
        String start = text.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
        boolean markup = start.startsWith("<") || text.toLowerCase(Locale.ROOT).contains("<script");
        boolean binary = text.chars().anyMatch(sign -> sign < ' ' && "\t\r\n\f".indexOf(sign) < 0);
        return !markup && !binary;
    }

    private static UploadKind archive(Upload upload) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(upload.open())) {
            int looked = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null && looked < ENTRIES; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("xl/")) {
                    return UploadKind.XLSX;
                }
                if (entry.getName().startsWith("word/")) {
                    return UploadKind.DOCX;
                }
                if (entry.getName().equals("META-INF/MANIFEST.MF")) {
                    return UploadKind.ZIP;
                }
                looked++;
                if (!Unpacking.skippable(zip)) {
                    return UploadKind.ZIP;
                }
            }
            return UploadKind.ZIP;
        } catch (IllegalArgumentException e) {
            throw new IOException("an archive with a name that is no text", e);
        }
    }

    private static boolean endsAsArchive(Upload upload) throws IOException {
        try (InputStream in = upload.open()) {
            in.skipNBytes(Math.max(0, upload.size() - TAIL));
            return new String(in.readNBytes(TAIL), StandardCharsets.ISO_8859_1).contains("PK\u0005\u0006");
        }
    }
}
