package vn.kientao.reform.procedures.web.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.app.dossier.DossierFilter;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.domain.dossier.DossierRow;
import vn.kientao.reform.procedures.web.Csv;

/** Writes all dossiers of a list as CSV, page after page, so that its length does not matter. */
final class DossierExport {
    private static final int PAGE = 500;
    private static final List<String> COLUMNS =
            List.of("code", "procedure", "field", "name", "phone", "received", "due", "finished", "status", "place");

    private final Dossiers dossiers;
    private final String agency;
    private final DossierFilter filter;
    private final LocalDateTime now;
    private final PersonalData personal;
    private final Texts texts;

    DossierExport(
            Dossiers dossiers,
            String agency,
            DossierFilter filter,
            LocalDateTime now,
            PersonalData personal,
            Texts texts) {
        this.dossiers = dossiers;
        this.agency = agency;
        this.filter = filter;
        this.now = now;
        this.personal = personal;
        this.texts = texts;
    }

    void writeTo(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Csv csv = new Csv(writer);
        csv.line(COLUMNS.stream()
                .map(name -> texts.get("dossier.column." + name))
                .toList());
        Optional<Long> after = Optional.empty();
        List<DossierRow> rows;
        do {
            rows = dossiers.page(agency, filter, now, after, PAGE);
            for (DossierRow row : rows) {
                csv.line(cells(personal.of(row)));
            }
            after = rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(rows.get(rows.size() - 1).listKey());
        } while (rows.size() == PAGE);
        writer.flush();
    }

    private List<String> cells(DossierRow row) {
        return Stream.of(
                        row.code().toString(),
                        row.procedure(),
                        row.field(),
                        row.applicant(),
                        row.phone(),
                        Formats.time(row.receivedAt()),
                        Formats.time(row.dueAt()),
                        row.finishedAt().map(Formats::time).orElse(""),
                        texts.get(row.status().textKey()),
                        row.place())
                .toList();
    }
}
