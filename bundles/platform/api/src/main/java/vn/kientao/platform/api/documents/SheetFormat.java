package vn.kientao.platform.api.documents;

import java.util.Locale;
import java.util.Optional;

/** A kind of file that a spreadsheet program opens by itself. */
public enum SheetFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** As a Vietnamese Excel expects it: UTF-8 with byte order mark, semicolons, decimal commas, CRLF. */
    CSV("text/csv; charset=utf-8");

    private final String contentType;

    SheetFormat(String contentType) {
        this.contentType = contentType;
    }

    /** What a page or address names it, in any case; empty for anything else. */
    public static Optional<SheetFormat> of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "xlsx" -> Optional.of(XLSX);
            case "csv" -> Optional.of(CSV);
            default -> Optional.empty();
        };
    }

    public String contentType() {
        return contentType;
    }

    /** {@code base} with this format's ending: {@code ho-so.xlsx}. */
    public String fileName(String base) {
        return base + "." + name().toLowerCase(Locale.ROOT);
    }
}
