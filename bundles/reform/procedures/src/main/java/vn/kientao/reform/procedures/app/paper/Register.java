package vn.kientao.reform.procedures.app.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterColumn;
import vn.kientao.platform.api.documents.LetterHead;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.platform.api.documents.LetterSignature;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.documents.SheetColumn;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.SheetLayout;
import vn.kientao.platform.api.documents.SheetWriter;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.procedures.domain.paper.PaperAgency;
import vn.kientao.reform.procedures.domain.paper.PaperForm;
import vn.kientao.reform.procedures.domain.paper.RegisterRow;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.paper.RegisterRows;

/** The register of a year (sổ theo dõi hồ sơ), and the list of results that are handed to the desk on a day. */
@Component(service = Register.class)
public final class Register {
    /** What a printed list holds at most; the sheet holds all. */
    public static final int MOST_PRINTED = 2_000;

    private static final int PAGE = 500;
    private static final List<Column> COLUMNS = List.of(
            new Column("no", 6, 4),
            new Column("code", 22, 10),
            new Column("procedure", 45, 12),
            new Column("sets", 8, 3),
            new Column("owner", 28, 9),
            new Column("contact", 40, 10),
            new Column("place", 24, 7),
            new Column("received", 18, 8),
            new Column("due", 18, 8),
            new Column("returned", 18, 8),
            new Column("punctuality", 12, 5),
            new Column("result-by", 22, 5),
            new Column("taken-by", 24, 5),
            new Column("note", 30, 5));

    private final Database database;
    private final Sheets sheets;
    private final RegisterRows rows = new RegisterRows();

    @Activate
    public Register(@Reference Database database, @Reference Sheets sheets, @Reference ProcedureTables tables) {
        this.database = database;
        this.sheets = sheets;
    }

    /**
     * The whole register of a year as a sheet.
     *
     * @param shown is told of every line
     */
    public void write(
            String agency,
            String agencyName,
            int year,
            SheetFormat format,
            OutputStream out,
            Consumer<RegisterRow> shown)
            throws IOException {
        SheetLayout layout = new SheetLayout(
                PaperWords.get("paper.register.sheet", "" + year),
                List.of(PaperWords.get("paper.register.of", agencyName, "" + year)),
                COLUMNS.stream()
                        .map(column -> new SheetColumn(title(column), column.width()))
                        .toList());
        try (SheetWriter sheet = sheets.write(format, out, layout)) {
            Optional<RegisterRow> last = Optional.empty();
            List<RegisterRow> page;
            int number = 0;
            do {
                page = page(agency, year, last);
                for (RegisterRow row : page) {
                    shown.accept(row);
                    sheet.row(cells(row, ++number));
                }
                last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
            } while (page.size() == PAGE);
        }
    }

    /** The register of a year for the printer; empty when it holds more than {@link #MOST_PRINTED} lines. */
    public Optional<Letter> letter(
            String agency,
            int year,
            PaperForm form,
            PaperHead head,
            PaperAgency says,
            LocalDate day,
            Consumer<RegisterRow> shown) {
        List<RegisterRow> lines = new ArrayList<>();
        Optional<RegisterRow> last = Optional.empty();
        List<RegisterRow> page;
        do {
            page = page(agency, year, last);
            lines.addAll(page);
            last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
        } while (page.size() == PAGE && lines.size() <= MOST_PRINTED);
        if (lines.size() > MOST_PRINTED) {
            return Optional.empty();
        }
        lines.forEach(shown);
        List<LetterColumn> columns = COLUMNS.stream()
                .map(column -> new LetterColumn(title(column), column.share(), false))
                .toList();
        List<LetterPart> parts = new ArrayList<>(List.of(new LetterPart.Table(columns, printed(lines))));
        if (year < day.getYear()) {
            parts.add(new LetterPart.Text(PaperWords.get("paper.register.closed", "" + lines.size(), "" + year)));
        }
        return Optional.of(list(form, head, says, day, PaperWords.get("paper.register.year", "" + year), parts));
    }

    /** The results that were ready on a day, to be signed for by the desk. */
    public Letter handedOver(
            String agency,
            LocalDate ready,
            PaperForm form,
            PaperHead head,
            PaperAgency says,
            Consumer<RegisterRow> shown) {
        List<List<String>> lines = new ArrayList<>();
        for (RegisterRow row : database.read(handle -> rows.finished(handle, agency, ready, MOST_PRINTED))) {
            shown.accept(row);
            lines.add(List.of("" + (lines.size() + 1), row.code(), row.procedure(), row.owner(), row.result(), ""));
        }
        List<LetterColumn> columns = List.of(
                new LetterColumn(PaperWords.get("paper.register.no"), 7, true),
                new LetterColumn(PaperWords.get("paper.register.code"), 20, false),
                new LetterColumn(PaperWords.get("paper.register.procedure"), 30, false),
                new LetterColumn(PaperWords.get("paper.register.owner"), 20, false),
                new LetterColumn(PaperWords.get("paper.register.result"), 13, false),
                new LetterColumn(PaperWords.get("paper.register.note"), 10, false));
        return list(
                form,
                head,
                says,
                ready,
                PaperWords.get("paper.register.day", Formats.date(ready)),
                List.of(new LetterPart.Table(columns, lines)));
    }

    private static Letter list(
            PaperForm form, PaperHead head, PaperAgency says, LocalDate day, String summary, List<LetterPart> parts) {
        LetterHead top = new LetterHead(
                head.parent(), head.agency(), PaperWords.get("paper.receipt.desk"), "", "", says.place(), day, "");
        String how = PaperWords.get("paper.sign.how");
        return new Letter(
                form.paper(),
                top,
                form.title(),
                summary,
                parts,
                List.of(
                        new LetterSignature(List.of(PaperWords.get("paper.sign.giver")), how, ""),
                        new LetterSignature(List.of(PaperWords.get("paper.sign.taker")), how, "")),
                List.of());
    }

    private List<RegisterRow> page(String agency, int year, Optional<RegisterRow> after) {
        return database.read(handle -> rows.received(handle, agency, year, after, PAGE));
    }

    private static List<SheetCell> cells(RegisterRow row, int number) {
        return List.of(
                SheetCell.number(number),
                SheetCell.text(row.code()),
                SheetCell.text(row.procedure()),
                SheetCell.number(row.sets()),
                SheetCell.text(row.owner()),
                SheetCell.text(contact(row)),
                SheetCell.text(row.place()),
                SheetCell.time(row.receivedAt()),
                SheetCell.time(row.dueAt()),
                row.returnedAt().map(SheetCell::time).orElse(SheetCell.empty()),
                SheetCell.text(punctuality(row)),
                SheetCell.text(resultBy(row)),
                SheetCell.text(row.takenBy()),
                SheetCell.text(note(row)));
    }

    private static List<List<String>> printed(List<RegisterRow> rows) {
        List<List<String>> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(printed(row, lines.size() + 1)));
        return lines;
    }

    private static List<String> printed(RegisterRow row, int number) {
        return List.of(
                "" + number,
                row.code(),
                row.procedure(),
                "" + row.sets(),
                row.owner(),
                contact(row),
                row.place(),
                Formats.time(row.receivedAt()),
                Formats.time(row.dueAt()),
                row.returnedAt().map(Formats::time).orElse(""),
                punctuality(row),
                resultBy(row),
                row.takenBy(),
                note(row));
    }

    private static String note(RegisterRow row) {
        return row.remarks().stream()
                .map(word -> PaperWords.get("paper.register.note." + word))
                .collect(Collectors.joining("; "));
    }

    private static String contact(RegisterRow row) {
        return row.address().isEmpty() ? row.phone() : row.address() + ", " + row.phone();
    }

    private static String punctuality(RegisterRow row) {
        return row.punctuality().map(key -> PaperWords.get(key)).orElse("");
    }

    private static String resultBy(RegisterRow row) {
        return PaperWords.get("dossier.result-by." + row.resultBy().number());
    }

    private static String title(Column column) {
        return PaperWords.get("paper.register." + column.name());
    }

    /**
     * @param width in the sheet, in characters
     * @param share of the printed table, in percent
     */
    private record Column(String name, int width, int share) {}
}
