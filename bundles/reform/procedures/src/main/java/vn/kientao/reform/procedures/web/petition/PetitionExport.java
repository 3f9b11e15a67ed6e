package vn.kientao.reform.procedures.web.petition;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFile.Column;
import vn.kientao.platform.api.table.TableFile.Line;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.app.petition.PetitionRegister;
import vn.kientao.reform.procedures.domain.petition.PetitionFilter;
import vn.kientao.reform.procedures.domain.petition.PetitionKind;
import vn.kientao.reform.procedures.domain.petition.PetitionRow;

/** The register as a file, page after page. */
final class PetitionExport {
    private static final int PAGE = 500;

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

    TableFile table(String agency) {
        return new TableFile(
                "phan-anh-" + agency,
                "petition-list",
                texts.get("petition.list.title"),
                List.of(),
                List.of(
                        column("number", 20),
                        column("kind", 24),
                        column("sender", 28),
                        column("title", 60),
                        column("received", 18),
                        column("due", 18),
                        column("state", 18),
                        column("assigned", 24),
                        column("ended", 18)),
                this::say,
                List.of());
    }

    private Column column(String name, int width) {
        return new Column(texts.get("petition.column." + name), width);
    }

    private void say(Line line) throws IOException {
        Optional<Long> after = Optional.empty();
        List<PetitionRow> rows;
        do {
            rows = register.page(filter, after, PAGE);
            for (PetitionRow row : rows) {
                line.add(cells(senders.of(row)));
            }
            after = rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(rows.get(rows.size() - 1).listKey());
        } while (rows.size() == PAGE);
    }

    private List<SheetCell> cells(PetitionRow row) {
        return List.of(
                SheetCell.text(row.number()),
                SheetCell.text(PetitionWords.kind(kinds, row.kind(), texts)),
                SheetCell.text(row.sender()),
                SheetCell.text(row.title()),
                SheetCell.time(row.receivedAt()),
                SheetCell.time(row.due()),
                SheetCell.text(texts.get(row.state().textKey())),
                SheetCell.text(row.assignedTo()),
                row.endedAt().map(SheetCell::time).orElse(SheetCell.empty()));
    }
}
