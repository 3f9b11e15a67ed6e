package vn.kientao.reform.procedures.web.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.reform.procedures.app.importing.CatalogueImports;
import vn.kientao.reform.procedures.app.importing.Reason;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueImport;
import vn.kientao.reform.procedures.domain.catalogue.ImportErrorLine;
import vn.kientao.reform.procedures.web.Csv;

/** Every refused row of an import with its reasons, as a sheet for people. */
final class ErrorReport {
    private static final int CHUNK = 1000;

    private final CatalogueImports imports;

    ErrorReport(CatalogueImports imports) {
        this.imports = imports;
    }

    Reply.Download csv(CatalogueImport shown, Texts texts) {
        return Reply.download(
                "loi-nhap-" + shown.id() + ".csv", "text/csv; charset=utf-8", out -> csv(shown.id(), texts, out));
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

    private void csv(long id, Texts texts, OutputStream to) throws IOException {
        Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        Csv csv = new Csv(out);
        csv.line(List.of(
                texts.get("catalogue.import.line"),
                texts.get("catalogue.import.field"),
                texts.get("catalogue.import.reason"),
                texts.get("catalogue.import.content")));
        List<ImportErrorLine> chunk = imports.errors(id, -1, CHUNK);
        while (!chunk.isEmpty()) {
            for (ImportErrorLine error : chunk) {
                csv.line(List.of(String.valueOf(error.line()), error.field(), sentence(texts, error), error.content()));
            }
            chunk = imports.errors(id, chunk.get(chunk.size() - 1).place(), CHUNK);
        }
        out.flush();
    }
}
