package vn.kientao.platform.documents.letters;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.kientao.platform.api.documents.Letter;

/** Puts the parts of a DOCX together. The same letter makes the same bytes. */
final class DocxFile {
    private static final LocalDateTime FIXED = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String FACE = "Times New Roman";

    private DocxFile() {}

    /** @param qr the picture of the QR code as PNG; empty for none */
    static byte[] of(Letter letter, byte[] qr) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", text(contentTypes()));
        parts.put("_rels/.rels", text(relations(relation(1, "officeDocument", "word/document.xml"))));
        parts.put("word/document.xml", new DocxBody(letter).xml().getBytes(StandardCharsets.UTF_8));
        parts.put(
                "word/_rels/document.xml.rels",
                text(relations(relation(1, "styles", "styles.xml")
                        + relation(2, "header", "header1.xml")
                        + (qr.length > 0 ? relation(3, "image", "media/qr.png") : ""))));
        parts.put("word/styles.xml", text(styles(Measures.of(letter.paper()))));
        parts.put("word/header1.xml", text(header(Measures.of(letter.paper()))));
        if (qr.length > 0) {
            parts.put("word/media/qr.png", qr);
        }
        return zipped(parts);
    }

    private static byte[] zipped(Map<String, byte[]> parts) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(FIXED);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a DOCX to memory", e);
        }
        return file.toByteArray();
    }

    private static String contentTypes() {
        return "<Types xmlns=\"" + PACKAGE + "/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
                + override("document.xml", "document.main+xml")
                + override("styles.xml", "styles+xml")
                + override("header1.xml", "header+xml")
                + "</Types>";
    }

    private static String override(String part, String kind) {
        return "<Override PartName=\"/word/" + part + "\" ContentType=\"" + KIND + kind + "\"/>";
    }

    private static String relations(String lines) {
        return "<Relationships xmlns=\"" + PACKAGE + "/relationships\">" + lines + "</Relationships>";
    }

    private static String relation(int number, String kind, String target) {
        return "<Relationship Id=\"rId" + number + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\"" + target
                + "\"/>";
    }

    private static String styles(Measures measures) {
        long size = Math.round(measures.text() * 2);
        return ("<w:styles xmlns:w=\"%s\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"%2$s\" w:hAnsi=\"%2$s\" "
                        + "w:cs=\"%2$s\" w:eastAsia=\"%2$s\"/><w:color w:val=\"000000\"/><w:sz w:val=\"%3$d\"/>"
                        + "<w:szCs w:val=\"%3$d\"/><w:lang w:val=\"vi-VN\"/></w:rPr></w:rPrDefault></w:docDefaults>"
                        + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
                        + "</w:styles>")
                .formatted(MAIN, FACE, size);
    }

    private static String header(Measures measures) {
        long size = Math.round(measures.text() * 2);
        return ("<w:hdr xmlns:w=\"%s\"><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"%d\"/></w:rPr>"
                        + "<w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r>"
                        + "<w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>")
                .formatted(MAIN, size);
    }

    private static byte[] text(String xml) {
        return (DECLARATION + xml).getBytes(StandardCharsets.UTF_8);
    }
}
