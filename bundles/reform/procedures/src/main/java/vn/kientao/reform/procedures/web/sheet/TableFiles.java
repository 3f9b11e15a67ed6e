package vn.kientao.reform.procedures.web.sheet;

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
import vn.kientao.platform.api.directory.Agencies;
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
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.paper.PaperHead;
import vn.kientao.reform.procedures.app.paper.Papers;
import vn.kientao.reform.procedures.app.report.Reports;
import vn.kientao.reform.procedures.web.dossier.PaperHeads;

/** Makes files of tables, and writes down that they were taken away. */
@Component(service = TableFiles.class)
public final class TableFiles {
    /** What a printed table holds at most; a sheet holds all. */
    static final int MOST_PRINTED = 1_000;

    private static final int LONGEST_SHEET_NAME = 31;
    private static final int WHOLE = 100;
    private static final TextBundle TEXTS = TextBundle.of(TableFiles.class);

    private final Sheets sheets;
    private final Letters letters;
    private final Papers papers;
    private final Reports reports;
    private final PaperHeads heads;

    @Activate
    public TableFiles(
            @Reference Sheets sheets,
            @Reference Letters letters,
            @Reference Papers papers,
            @Reference Reports reports,
            @Reference Agencies agencies) {
        this.sheets = sheets;
        this.letters = letters;
        this.papers = papers;
        this.reports = reports;
        this.heads = new PaperHeads(agencies);
    }

    /** Routes of a table as XLSX, CSV and PDF: {@code path} with the ending of each. */
    public void offer(Routes routes, String path, Permission permission, Function<Request, TableFile> table) {
        offerSheets(routes, path, permission, table);
        routes.get(path + ".pdf", permission, request -> print(request, table.apply(request)));
    }

    /** Routes of a table as XLSX and CSV. */
    public void offerSheets(Routes routes, String path, Permission permission, Function<Request, TableFile> table) {
        for (SheetFormat format : SheetFormat.values()) {
            routes.get(format.fileName(path), permission, request -> sheet(request, table.apply(request), format));
        }
    }

    private Reply sheet(Request request, TableFile table, SheetFormat format) {
        taken(request, table);
        return Reply.download(format.fileName(table.name()), format.contentType(), out -> write(table, format, out));
    }

    private void taken(Request request, TableFile table) {
        reports.taken(request.audit(
                "procedures.export", table.object(), request.agency().code(), ""));
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

    private Reply print(Request request, TableFile table) {
        byte[] file = letters.pdf(List.of(letter(request, table)));
        taken(request, table);
        return Reply.download(table.name() + ".pdf", "application/pdf", out -> out.write(file))
                .shownInline();
    }

    private Letter letter(Request request, TableFile table) {
        Texts texts = request.page().texts();
        List<LetterPart> parts = new ArrayList<>();
        parts.add(new LetterPart.Table(columns(table.columns()), rows(table)));
        table.notes().forEach(note -> parts.add(new LetterPart.Text(note)));
        String how = texts.get("paper.sign.how");
        return new Letter(
                LetterPaper.A4_LANDSCAPE,
                head(request),
                table.title(),
                String.join(" - ", table.lines()),
                parts,
                List.of(
                        new LetterSignature(List.of(texts.get("sheet.sign.maker")), how, ""),
                        new LetterSignature(List.of(texts.get("sheet.sign.head")), how, "")),
                List.of());
    }

    /** The head of a paper that the agency of a request issues today. */
    public LetterHead head(Request request) {
        PaperHead head = heads.of(request);
        return new LetterHead(
                head.parent(),
                head.agency(),
                "",
                "",
                "",
                papers.says(request.agency().code()).place(),
                LocalDate.ofInstant(request.now(), Formats.ZONE),
                "");
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
                rows.add(cells.stream().map(TableFiles::shown).toList());
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
