package vn.kientao.reform.procedures.web.catalogue;

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
import vn.kientao.platform.api.web.Reply;
import vn.kientao.reform.procedures.app.importing.CatalogueImports;
import vn.kientao.reform.procedures.app.importing.Reason;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueImport;
import vn.kientao.reform.procedures.domain.catalogue.ImportErrorLine;

/** Every refused row of an import with its reasons, as a sheet for people. */
final class ErrorReport {
    private static final int CHUNK = 1000;

    private final CatalogueImports imports;
    private final Sheets sheets;

    ErrorReport(CatalogueImports imports, Sheets sheets) {
        this.imports = imports;
        this.sheets = sheets;
    }

    Reply.Download file(CatalogueImport shown, SheetFormat format, Texts texts) {
        return Reply.download(
                format.fileName("loi-nhap-" + shown.id()),
                format.contentType(),
                out -> write(shown.id(), format, texts, out));
    }

    /** The sentence of a reason; its name where the reason is no longer known. */
    static String sentence(Texts texts, ImportErrorLine error) {
        for (Reason reason : Reason.values()) {
            if (reason.name().equals(error.reason())) {
                return texts.get(reason.key(), error.arguments().toArray());
            }
        }
        return error.reason();
    }

    private void write(long id, SheetFormat format, Texts texts, OutputStream out) throws IOException {
        SheetLayout layout = SheetLayout.of(
                texts.get("catalogue.import.sheet"),
                List.of(
                        new SheetColumn(texts.get("catalogue.import.line"), 8),
                        new SheetColumn(texts.get("catalogue.import.field"), 25),
                        new SheetColumn(texts.get("catalogue.import.reason"), 60),
                        new SheetColumn(texts.get("catalogue.import.content"), 60)));
        try (SheetWriter sheet = sheets.write(format, out, layout)) {
            List<ImportErrorLine> chunk = imports.errors(id, -1, CHUNK);
            while (!chunk.isEmpty()) {
                for (ImportErrorLine error : chunk) {
                    sheet.row(List.of(
                            SheetCell.number(error.line()),
                            SheetCell.text(error.field()),
                            SheetCell.text(sentence(texts, error)),
                            SheetCell.text(error.content())));
                }
                chunk = imports.errors(id, chunk.get(chunk.size() - 1).place(), CHUNK);
            }
        }
    }
}
