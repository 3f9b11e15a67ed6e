package vn.kientao.reform.procedures.web.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kientao.platform.api.documents.LetterColumn;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.domain.Channel;
import vn.kientao.reform.procedures.domain.Component;
import vn.kientao.reform.procedures.domain.LegalBasis;
import vn.kientao.reform.procedures.domain.Procedure;
import vn.kientao.reform.procedures.domain.Result;

/**
 * A procedure as an official document says it, in Vietnamese whoever reads it: the parts of Decree 63/2010/NĐ-CP, Article
 * 8(2), in their order. What is not known is said, not left out, when the decree demands it.
 */
public final class ProcedureText {
    private static final Texts TEXTS = TextBundle.of(ProcedureText.class).in(TextBundle.VIETNAMESE);
    private static final CatalogueWords WORDS = new CatalogueWords(TEXTS);

    private final List<LetterPart> parts = new ArrayList<>();

    private ProcedureText() {}

    /** The list of procedures (danh mục) that stands before their contents. */
    public static LetterPart list(List<Procedure> procedures) {
        List<List<String>> rows = new ArrayList<>();
        for (Procedure procedure : procedures) {
            rows.add(List.of(
                    "" + (rows.size() + 1),
                    procedure.code().value(),
                    procedure.name(),
                    procedure.field(),
                    agencies(procedure)));
        }
        return new LetterPart.Table(
                List.of(
                        new LetterColumn(TEXTS.get("sheet.procedure.no"), 7, true),
                        new LetterColumn(TEXTS.get("catalogue.code"), 15, false),
                        new LetterColumn(TEXTS.get("catalogue.name"), 38, false),
                        new LetterColumn(TEXTS.get("catalogue.field"), 18, false),
                        new LetterColumn(TEXTS.get("catalogue.carried-out-by"), 22, false)),
                rows);
    }

    /** A heading. */
    public static LetterPart heading(String key, Object... arguments) {
        return new LetterPart.Field("", TEXTS.get(key, arguments));
    }

    /** Every part of one procedure. */
    public static List<LetterPart> of(Procedure procedure) {
        ProcedureText text = new ProcedureText();
        text.write(procedure);
        return text.parts;
    }

    private void write(Procedure procedure) {
        part(1, "catalogue.steps", procedure.steps().stream().map(step -> step.text()));
        parts.add(heading("sheet.procedure.part", "2", TEXTS.get("catalogue.ways")));
        parts.add(ways(procedure.channels()));
        part(3, "catalogue.papers", papers(procedure.components()));
        part(
                4,
                "catalogue.limit",
                distinct(procedure.channels().stream().map(channel -> WORDS.limit(channel.deadline()))));
        part(5, "catalogue.subjects", procedure.subjects().stream());
        part(6, "catalogue.carried-out-by", Stream.of(agencies(procedure)));
        part(7, "catalogue.result", procedure.results().stream().map(ProcedureText::result));
        part(
                8,
                "catalogue.fee",
                distinct(procedure.channels().stream()
                        .flatMap(channel -> channel.fees().stream())
                        .map(WORDS::fee)));
        part(
                9,
                "sheet.procedure.forms",
                distinct(procedure.components().stream().flatMap(component -> component.forms().stream())),
                "sheet.procedure.none");
        part(10, "catalogue.conditions", procedure.conditions().lines(), "sheet.procedure.none");
        part(11, "catalogue.law", procedure.legalBases().stream().map(ProcedureText::law));
    }

    private void part(int number, String key, Stream<String> lines) {
        part(number, key, lines, "catalogue.unknown");
    }

    private void part(int number, String key, Stream<String> lines, String otherwise) {
        parts.add(heading("sheet.procedure.part", "" + number, TEXTS.get(key)));
        List<String> said = lines.flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        (said.isEmpty() ? List.of(TEXTS.get(otherwise)) : said).forEach(line -> parts.add(new LetterPart.Text(line)));
    }

    private static LetterPart ways(List<Channel> channels) {
        return new LetterPart.Table(
                List.of(
                        new LetterColumn(TEXTS.get("catalogue.channels"), 18, false),
                        new LetterColumn(TEXTS.get("catalogue.limit"), 22, false),
                        new LetterColumn(TEXTS.get("catalogue.fee"), 25, false),
                        new LetterColumn(TEXTS.get("sheet.procedure.note"), 35, false)),
                channels.stream()
                        .map(channel -> List.of(
                                WORDS.name("channel", channel.kind()),
                                WORDS.limit(channel.deadline()),
                                channel.fees().stream().map(WORDS::fee).collect(Collectors.joining("; ")),
                                channel.note()))
                        .toList());
    }

    /** Each case with its papers below it. */
    private static Stream<String> papers(List<Component> components) {
        List<String> lines = new ArrayList<>();
        String heading = "";
        for (Component component : components) {
            if (!component.heading().equals(heading)) {
                heading = component.heading();
                lines.add(heading);
            }
            String quantity = WORDS.quantity(component.quantity());
            lines.add(bullet(component.name()) + (quantity.isEmpty() ? "" : " (" + quantity + ")"));
        }
        return lines.stream();
    }

    /** Published names often bring their own dash along. */
    private static String bullet(String name) {
        return name.startsWith("-") ? name : "- " + name;
    }

    private static String agencies(Procedure procedure) {
        return distinct(Stream.of(
                        procedure.responsibility().carriedOutBy().text(),
                        procedure.responsibility().competent().text()))
                .collect(Collectors.joining("; "));
    }

    private static String result(Result result) {
        return result.name().isBlank() ? result.code() : result.name();
    }

    private static String law(LegalBasis basis) {
        return "- "
                + Stream.of(basis.title(), basis.number())
                        .filter(words -> !words.isBlank())
                        .collect(Collectors.joining(", "));
    }

    private static Stream<String> distinct(Stream<String> words) {
        Set<String> once = words.filter(one -> !one.isBlank()).collect(Collectors.toCollection(LinkedHashSet::new));
        return once.stream();
    }
}
