package vn.kientao.platform.documents.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterColumn;
import vn.kientao.platform.api.documents.LetterHead;
import vn.kientao.platform.api.documents.LetterPaper;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.platform.api.documents.LetterSignature;
import vn.kientao.platform.api.documents.Letters;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.documents.SheetColumn;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.SheetLayout;
import vn.kientao.platform.api.documents.SheetWriter;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFiles;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;

/** Makes files of tables, and writes down that they were taken away. */
@Component
public final class TableFileService implements TableFiles {
    private static final int LONGEST_SHEET_NAME = 31;
    private static final int WHOLE = 100;
    // Papers of an agency are in Vietnamese (Decree 30/2020/NĐ-CP, Annex I), whatever the language of the page.
    private static final String MAKER = "NGƯỜI LẬP BIỂU";
    private static final String HEAD = "THỦ TRƯỞNG CƠ QUAN";
    private static final String SIGN = "Ký và ghi rõ họ tên";
    private static final TextBundle TEXTS = TextBundle.of(TableFileService.class);

    private final Sheets sheets;
    private final Letters letters;
    private final Agencies agencies;
    private final Database database;
    private final AuditTrail audit;

    @Activate
    public TableFileService(
            @Reference Sheets sheets,
            @Reference Letters letters,
            @Reference Agencies agencies,
            @Reference Database database,
            @Reference AuditTrail audit) {
        this.sheets = sheets;
        this.letters = letters;
        this.agencies = agencies;
        this.database = database;
        this.audit = audit;
    }

    @Override
    public void offer(Routes routes, String path, Permission permission, Function<Request, TableFile> table) {
        offerSheets(routes, path, permission, table);
        String action = action(permission);
        routes.get(path + ".pdf", permission, request -> print(request, table.apply(request), action));
    }

    @Override
    public void offerSheets(Routes routes, String path, Permission permission, Function<Request, TableFile> table) {
        String action = action(permission);
        for (SheetFormat format : SheetFormat.values()) {
            routes.get(
                    format.fileName(path), permission, request -> sheet(request, table.apply(request), format, action));
        }
    }

    private static String action(Permission permission) {
        String name = permission.name();
        return name.substring(0, name.indexOf('.')) + ".export";
    }

    private Reply sheet(Request request, TableFile table, SheetFormat format, String action) {
        taken(request, table, action);
        return Reply.download(format.fileName(table.name()), format.contentType(), out -> write(table, format, out));
    }

    private void taken(Request request, TableFile table, String action) {
        AuditEntry entry =
                request.audit(action, table.object(), request.agency().code(), "");
        database.write(transaction -> {
            audit.record(transaction, entry);
            return entry;
        });
    }

    private void write(TableFile table, SheetFormat format, OutputStream out) throws IOException {
        List<String> heading = new ArrayList<>();
        // A program that reads CSV expects the names of the columns in its first line.
        if (format == SheetFormat.XLSX) {
            heading.add(table.title());
            heading.addAll(table.lines());
        }
        SheetLayout layout = new SheetLayout(
                sheetName(table.title()),
                heading,
                table.columns().stream()
                        .map(column -> new SheetColumn(column.title(), column.width()))
                        .toList());
        try (SheetWriter sheet = sheets.write(format, out, layout)) {
            table.rows().sayTo(sheet::row);
        }
    }

    private static String sheetName(String title) {
        String allowed = title.replaceAll("[\\[\\]:*?/\\\\]", " ").strip();
        return allowed.substring(0, Math.min(LONGEST_SHEET_NAME, allowed.length()))
                .strip();
    }

    private Reply print(Request request, TableFile table, String action) {
        byte[] file = letters.pdf(List.of(letter(request, table)));
        taken(request, table, action);
        return Reply.download(table.name() + ".pdf", "application/pdf", out -> out.write(file))
                .shownInline();
    }

    private Letter letter(Request request, TableFile table) {
        List<LetterPart> parts = new ArrayList<>();
        parts.add(new LetterPart.Table(columns(table.columns()), rows(table)));
        table.notes().forEach(note -> parts.add(new LetterPart.Text(note)));
        String how = SIGN;
        return new Letter(
                LetterPaper.A4_LANDSCAPE,
                head(request, table.place()),
                table.title(),
                String.join(" - ", table.lines()),
                parts,
                List.of(new LetterSignature(List.of(MAKER), how, ""), new LetterSignature(List.of(HEAD), how, "")),
                List.of());
    }

    @Override
    public LetterHead head(Request request, String place) {
        Agency agency = request.agency();
        String parent = agency.parent()
                .flatMap(agencies::find)
                .map(superior -> superior.name().vi())
                .orElse("");
        return new LetterHead(
                parent, agency.name().vi(), "", "", "", place, LocalDate.ofInstant(request.now(), Formats.ZONE), "");
    }

    private static List<LetterColumn> columns(List<TableFile.Column> columns) {
        int all = columns.stream().mapToInt(TableFile.Column::width).sum();
        return columns.stream()
                .map(column -> new LetterColumn(column.title(), Math.max(1, column.width() * WHOLE / all), false))
                .toList();
    }

    private static List<List<String>> rows(TableFile table) {
        List<List<String>> rows = new ArrayList<>();
        try {
            table.rows().sayTo(cells -> {
                if (rows.size() == MOST_PRINTED) {
                    throw tooLong();
                }
                rows.add(cells.stream().map(TableFileService::shown).toList());
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the rows of " + table.name() + " could not be read", e);
        }
        return rows;
    }

    private static String shown(SheetCell cell) {
        if (cell instanceof SheetCell.Amount number) {
            return number(number.value());
        }
        if (cell instanceof SheetCell.Percent percent) {
            return number(percent.share().movePointRight(2)) + " %";
        }
        if (cell instanceof SheetCell.Day day) {
            return Formats.date(day.value());
        }
        if (cell instanceof SheetCell.Time time) {
            return Formats.time(time.value());
        }
        return ((SheetCell.Text) cell).value();
    }

    private static String number(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(TextBundle.VIETNAMESE);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    private static ProblemException tooLong() {
        return new ProblemException(new Problem(
                422,
                "too-long-to-print",
                TEXTS.text("sheet.problem.too-long", Formats.number(MOST_PRINTED)),
                TEXTS.text("sheet.problem.too-long.do")));
    }
}
