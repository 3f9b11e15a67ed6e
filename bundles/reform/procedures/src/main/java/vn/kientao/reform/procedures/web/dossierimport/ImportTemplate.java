package vn.kientao.reform.procedures.web.dossierimport;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.documents.SheetColumn;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.SheetLayout;
import vn.kientao.platform.api.documents.SheetWriter;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.app.dossierimport.Choices;
import vn.kientao.reform.procedures.domain.dossierimport.ImportColumn;

/**
 * The file that people fill in: the columns, and how to fill each with its codes. A workbook has that on a second sheet, CSV
 * above the header, where it does no harm when the file comes back.
 */
final class ImportTemplate {
    private static final int NARROW = 14;
    private static final int WIDE = 24;
    private static final int WIDEST = 90;

    private final Sheets sheets;
    private final Texts texts;

    ImportTemplate(Sheets sheets, Texts texts) {
        this.sheets = sheets;
        this.texts = texts;
    }

    /** The title of a column; one that is needed has a star. */
    static String title(ImportColumn column, Texts texts) {
        return texts.get(column.titleKey()) + (column.required() ? "*" : "");
    }

    static List<SheetColumn> columns(Texts texts) {
        return ImportColumn.ALL.stream()
                .map(column -> new SheetColumn(title(column, texts), column.width()))
                .toList();
    }

    void writeTo(SheetFormat format, OutputStream out) throws IOException {
        boolean workbook = format == SheetFormat.XLSX;
        List<String> heading = workbook
                ? List.of()
                : ImportColumn.ALL.stream().map(this::explained).toList();
        SheetLayout layout = new SheetLayout(texts.get("dossier-import.sheet"), heading, columns(texts));
        try (SheetWriter sheet = sheets.write(format, out, layout)) {
            if (workbook) {
                help(sheet);
            }
        }
    }

    /** The semicolon has the line quoted, so that no comma in it is taken for what parts the cells. */
    private String explained(ImportColumn column) {
        StringBuilder line = new StringBuilder(title(column, texts) + "; " + texts.get(column.helpKey()));
        Choices.of(column)
                .forEach(choice ->
                        line.append(" | ").append(choice.code()).append(" = ").append(texts.get(choice.name())));
        return line.toString();
    }

    private void help(SheetWriter sheet) throws IOException {
        sheet.sheet(SheetLayout.of(
                texts.get("dossier-import.help-sheet"),
                List.of(
                        new SheetColumn(texts.get("dossier-import.help-column"), WIDE),
                        new SheetColumn(texts.get("dossier-import.help-needed"), NARROW),
                        new SheetColumn(texts.get("dossier-import.help-text"), WIDEST),
                        new SheetColumn(texts.get("dossier-import.help-code"), NARROW),
                        new SheetColumn(texts.get("dossier-import.help-name"), WIDE))));
        for (ImportColumn column : ImportColumn.ALL) {
            sheet.row(List.of(
                    SheetCell.text(texts.get(column.titleKey())),
                    SheetCell.text(texts.get(column.required() ? "dossier-import.yes" : "dossier-import.no")),
                    SheetCell.text(texts.get(column.helpKey()))));
            for (Choices.Choice<?> choice : Choices.of(column)) {
                sheet.row(List.of(
                        SheetCell.text(texts.get(column.titleKey())),
                        SheetCell.empty(),
                        SheetCell.empty(),
                        SheetCell.text(choice.code()),
                        SheetCell.text(texts.get(choice.name()))));
            }
        }
    }
}
