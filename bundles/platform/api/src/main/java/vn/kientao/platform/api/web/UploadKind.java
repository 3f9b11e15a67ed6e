package vn.kientao.platform.api.web;

/** A kind of file (loại tệp) that a route may take. The content decides, not the name or what the browser says. */
public enum UploadKind {
    PDF,
    PNG,
    JPEG,
    DOCX,
    XLSX,
    /** Text without markup: CSV, JSON, JSON lines, PEM, plain text. */
    TEXT,
    /** An archive: module jars, offline bundles. Whoever takes one checks what is inside. */
    ZIP,
    /** A certificate as bytes (DER). */
    DER
}
