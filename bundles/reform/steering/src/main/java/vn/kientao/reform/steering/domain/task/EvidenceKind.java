package vn.kientao.reform.steering.domain.task;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file of evidence is by its content; XLSX and DOCX are both archives and told apart by name. */
public enum EvidenceKind {
    PDF("application/pdf"),
    PNG("image/png"),
    JPEG("image/jpeg"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final int HEAD = 4;

    private final String contentType;

    EvidenceKind(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /**
     * The kind of a file that the platform's guard has let in as one of these.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public static EvidenceKind of(String name, byte[] content) {
        String head = new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1);
        if (head.equals("%PDF")) {
            return PDF;
        }
        if (head.equals("\u0089PNG")) {
            return PNG;
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (head.startsWith("PK")) {
            return name.toLowerCase(Locale.ROOT).endsWith(".xlsx") ? XLSX : DOCX;
        }
        throw new IllegalArgumentException(
                "a file that begins with “" + head + "” (expected: PDF, PNG, JPEG, DOCX or XLSX)");
    }
}
