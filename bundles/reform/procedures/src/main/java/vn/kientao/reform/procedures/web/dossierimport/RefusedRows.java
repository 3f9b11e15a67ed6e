package vn.kientao.reform.procedures.web.dossierimport;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.documents.SheetColumn;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.SheetLayout;
import vn.kientao.platform.api.documents.SheetWriter;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.app.dossierimport.Choices;
import vn.kientao.reform.procedures.app.dossierimport.DossierImports;
import vn.kientao.reform.procedures.domain.catalogue.ImportErrorLine;
import vn.kientao.reform.procedures.domain.dossierimport.ImportColumn;
import vn.kientao.reform.procedures.domain.dossierimport.ImportText;
import vn.kientao.reform.procedures.domain.dossierimport.RowFault;

/** The rows of a file that were refused, as they came, each with its reasons: to be mended and handed in again. */
final class RefusedRows {
    private static final int CHUNK = 500;
    private static final int REASONS = 90;

    private final DossierImports imports;
    private final Sheets sheets;
    private final Texts texts;

    RefusedRows(DossierImports imports, Sheets sheets, Texts texts) {
        this.imports = imports;
        this.sheets = sheets;
        this.texts = texts;
    }

    /** The sentence of a reason; its name where the reason is no longer known. */
    static String sentence(Texts texts, ImportErrorLine error) {
        return Stream.of(RowFault.Reason.values())
                .filter(reason -> reason.name().equals(error.reason()))
                .findFirst()
                .map(reason ->
                        texts.get(reason.key(), arguments(texts, reason, error).toArray()))
                .orElse(error.reason());
    }

    /** What the file could have said is told in the reader's language. */
    private static List<String> arguments(Texts texts, RowFault.Reason reason, ImportErrorLine error) {
        return switch (reason) {
            case NOT_A_CHOICE -> List.of(choices(texts, ImportColumn.of(error.field())));
            case HEADER_MISSING ->
                List.of(ImportColumn.needed().stream()
                        .map(column -> texts.get(column.titleKey()))
                        .collect(Collectors.joining(", ")));
            default -> error.arguments();
        };
    }

    private static String choices(Texts texts, Optional<ImportColumn> column) {
        return column.stream()
                .flatMap(one -> Choices.of(one).stream())
                .map(choice -> choice.code() + " (" + texts.get(choice.name()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** The title of the column that an error is about; empty for the file. */
    static String title(Texts texts, ImportErrorLine error) {
        return ImportColumn.of(error.field())
                .map(column -> texts.get(column.titleKey()))
                .orElse("");
    }

    void writeTo(long id, SheetFormat format, OutputStream out) throws IOException {
        List<SheetColumn> columns = new ArrayList<>(ImportTemplate.columns(texts));
        columns.add(new SheetColumn(texts.get("dossier-import.reason"), REASONS));
        columns.add(new SheetColumn(texts.get("dossier-import.line"), 8));
        try (SheetWriter sheet =
                sheets.write(format, out, SheetLayout.of(texts.get("dossier-import.refused-sheet"), columns))) {
            Reasons reasons = new Reasons(id);
            List<ImportText.Row> chunk = imports.refused(id, 0, CHUNK);
            while (!chunk.isEmpty()) {
                for (ImportText.Row row : chunk) {
                    sheet.row(cells(row, reasons.of(row.line())));
                }
                chunk = imports.refused(id, chunk.get(chunk.size() - 1).line(), CHUNK);
            }
        }
    }

    private static List<SheetCell> cells(ImportText.Row row, String reasons) {
        List<SheetCell> cells = new ArrayList<>();
        row.cells().forEach(cell -> cells.add(SheetCell.text(cell)));
        cells.add(SheetCell.text(reasons));
        cells.add(SheetCell.number(row.line()));
        return cells;
    }

    /** The reasons of rows that are asked for in the order of the file. */
    private final class Reasons {
        private final long id;
        private final Map<Long, String> byLine = new HashMap<>();
        private int place = -1;
        private boolean more = true;
        private long reached;

        Reasons(long id) {
            this.id = id;
        }

        String of(long line) {
            while (more && reached <= line) {
                List<ImportErrorLine> chunk = imports.errors(id, place, CHUNK);
                more = chunk.size() == CHUNK;
                for (ImportErrorLine error : chunk) {
                    String words = title(texts, error) + ": " + sentence(texts, error);
                    byLine.merge(error.line(), words, (one, other) -> one + " " + other);
                    place = error.place();
                    reached = error.line();
                }
            }
            String words = byLine.remove(line);
            return words == null ? "" : words;
        }
    }
}
