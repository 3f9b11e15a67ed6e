package vn.kientao.reform.steering.app.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterColumn;
import vn.kientao.platform.api.documents.LetterHead;
import vn.kientao.platform.api.documents.LetterPaper;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.platform.api.documents.LetterSignature;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.domain.report.Figure;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.ReportScope;
import vn.kientao.reform.steering.domain.report.Section;
import vn.kientao.reform.steering.domain.setting.SettingName;
import vn.kientao.reform.steering.store.setting.Settings;

/** Writes a report as a document of Decree 30/2020/NĐ-CP: what people wrote, the figures in each section, the annex as a table. */
@Component(service = ReportLetter.class)
public final class ReportLetter {
    private static final TextBundle TEXTS = TextBundle.of(ReportLetter.class);
    private static final String[] ROMAN = {
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"
    };
    private static final int NUMBER_WIDTH = 8;
    private static final int NAME_WIDTH = 56;
    private static final int UNIT_WIDTH = 18;
    private static final int AMOUNT_WIDTH = 18;

    private final Database database;
    private final Agencies agencies;
    private final Settings settings = new Settings();

    @Activate
    public ReportLetter(@Reference Database database, @Reference Agencies agencies) {
        this.database = database;
        this.agencies = agencies;
    }

    /** @param today the day it bears as long as it is not issued */
    public Letter of(Reports.View view, LocalDate today) {
        PeriodicReport report = view.report();
        List<LetterPart> parts = new ArrayList<>();
        parts.add(new LetterPart.Text(words(
                "report.letter.opening",
                Formats.date(report.period().from()),
                Formats.date(report.period().to()))));
        int number = 0;
        for (Section section : view.sections()) {
            section(parts, view, section, ROMAN[Math.min(number, ROMAN.length - 1)]);
            number++;
        }
        return new Letter(
                LetterPaper.A4,
                head(report, report.issuedOn().orElse(today)),
                words("report.letter.title"),
                words(
                        "report.letter.summary." + report.scope().name(),
                        words(report.kind().whenKey(), "" + report.year())),
                parts,
                List.of(new LetterSignature(List.of(words("report.letter.signer")), "", "")),
                List.of(
                        words("report.letter.receivers." + report.scope().name()),
                        words("report.letter.receivers.archive")));
    }

    private LetterHead head(PeriodicReport report, LocalDate day) {
        String agency =
                agencies.find(report.agency()).map(found -> found.name().vi()).orElse(report.agency());
        String parent = setting(SettingName.LETTER_PARENT, day);
        boolean province = report.scope() == ReportScope.PROVINCE;
        String symbol = report.symbol().isEmpty() ? ".../BC-" + report.agency() : report.symbol();
        return new LetterHead(
                province ? "" : parent,
                province ? parent : agency,
                "",
                words("report.letter.number", symbol),
                "",
                setting(SettingName.LETTER_PLACE, day),
                day,
                "");
    }

    private String setting(SettingName name, LocalDate day) {
        return database.read(handle -> settings.on(handle, name, day)).value();
    }

    private static void section(List<LetterPart> parts, Reports.View view, Section section, String number) {
        parts.add(new LetterPart.Field(number + ".", section.title().vi()));
        List<Figure> figures = view.of(section);
        section.text()
                .body()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> parts.add(new LetterPart.Text(line)));
        if (section.statistics()) {
            parts.add(table(figures));
            return;
        }
        List<Figure> telling = figures.stream().filter(ReportLetter::telling).toList();
        if (!telling.isEmpty()) {
            parts.add(new LetterPart.Text(words(
                    "report.letter.figures",
                    telling.stream()
                            .map(figure -> lower(figure.name()) + ": " + amount(figure) + unit(figure))
                            .collect(Collectors.joining("; ")))));
        }
    }

    /** Zeros stand in the annex only. */
    private static boolean telling(Figure figure) {
        return figure.amount().filter(value -> value.signum() != 0).isPresent();
    }

    private static String lower(LocalText name) {
        return name.vi().substring(0, 1).toLowerCase(Locale.forLanguageTag("vi-VN"))
                + name.vi().substring(1);
    }

    private static String unit(Figure figure) {
        return figure.amount().isEmpty()
                ? ""
                : "%".equals(figure.unit().vi()) ? "%" : " " + figure.unit().vi();
    }

    private static LetterPart table(List<Figure> figures) {
        List<List<String>> lines = new ArrayList<>();
        for (Figure figure : figures) {
            lines.add(List.of(
                    "" + (lines.size() + 1), figure.name().vi(), figure.unit().vi(), amount(figure)));
        }
        return new LetterPart.Table(
                List.of(
                        new LetterColumn(words("report.letter.column.number"), NUMBER_WIDTH, true),
                        new LetterColumn(words("report.letter.column.name"), NAME_WIDTH, false),
                        new LetterColumn(words("report.letter.column.unit"), UNIT_WIDTH, true),
                        new LetterColumn(words("report.letter.column.amount"), AMOUNT_WIDTH, true)),
                lines);
    }

    /** A figure as it is written in Vietnamese: 1.234 or 98,63; a dash when there was nothing to measure. */
    public static String amount(Figure figure) {
        return figure.amount().map(ReportLetter::amount).orElse("–");
    }

    private static String amount(BigDecimal value) {
        String whole = Formats.number(value.longValue());
        BigDecimal rest = value.remainder(BigDecimal.ONE).abs().stripTrailingZeros();
        return rest.signum() == 0 ? whole : whole + "," + rest.toPlainString().substring(2);
    }

    private static String words(String key, Object... arguments) {
        return TEXTS.text(key, arguments).vi();
    }
}
