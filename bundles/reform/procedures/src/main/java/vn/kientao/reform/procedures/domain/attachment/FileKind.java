package vn.kientao.reform.procedures.domain.attachment;

import java.nio.charset.StandardCharsets;

/** What a file is by its content. */
public enum FileKind {
    PDF("application/pdf"),
    PNG("image/png"),
    JPEG("image/jpeg"),
    /** Shown nowhere, only handed out. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private static final int HEAD = 4;

    private final String contentType;

    FileKind(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    public boolean picture() {
        return this == PNG || this == JPEG;
    }

    /**
     * The kind of a file that the platform's guard has let in as one of these.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public static FileKind of(byte[] content) {
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
            return DOCX;
        }
        throw new IllegalArgumentException("a file that begins with “" + head + "” (expected: PDF, PNG, JPEG or DOCX)");
    }
}
