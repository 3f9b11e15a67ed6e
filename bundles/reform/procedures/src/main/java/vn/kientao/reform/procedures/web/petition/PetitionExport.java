package vn.kientao.reform.procedures.web.petition;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.app.petition.PetitionRegister;
import vn.kientao.reform.procedures.domain.petition.PetitionFilter;
import vn.kientao.reform.procedures.domain.petition.PetitionKind;
import vn.kientao.reform.procedures.domain.petition.PetitionRow;
import vn.kientao.reform.procedures.web.Csv;

/** Writes the register as CSV, page after page. */
final class PetitionExport {
    private static final int PAGE = 500;
    private static final List<String> COLUMNS =
            List.of("number", "kind", "sender", "title", "received", "due", "state", "assigned", "ended");

    private final PetitionRegister register;
    private final PetitionFilter filter;
    private final Senders senders;
    private final List<PetitionKind> kinds;
    private final Texts texts;

    PetitionExport(
            PetitionRegister register, PetitionFilter filter, Senders senders, List<PetitionKind> kinds, Texts texts) {
        this.register = register;
        this.filter = filter;
        this.senders = senders;
        this.kinds = List.copyOf(kinds);
        this.texts = texts;
    }

    void writeTo(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Csv csv = new Csv(writer);
        csv.line(COLUMNS.stream()
                .map(name -> texts.get("petition.column." + name))
                .toList());
        Optional<Long> after = Optional.empty();
        List<PetitionRow> rows;
        do {
            rows = register.page(filter, after, PAGE);
            for (PetitionRow row : rows) {
                csv.line(cells(senders.of(row)));
            }
            after = rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(rows.get(rows.size() - 1).listKey());
        } while (rows.size() == PAGE);
        writer.flush();
    }

    private List<String> cells(PetitionRow row) {
        return Stream.of(
                        row.number(),
                        PetitionWords.kind(kinds, row.kind(), texts),
                        row.sender(),
                        row.title(),
                        Formats.time(row.receivedAt()),
                        Formats.time(row.due()),
                        texts.get(row.state().textKey()),
                        row.assignedTo(),
                        row.endedAt().map(Formats::time).orElse(""))
                .toList();
    }
}
