package vn.kientao.reform.steering.app.plan;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterColumn;
import vn.kientao.platform.api.documents.LetterHead;
import vn.kientao.platform.api.documents.LetterPaper;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.platform.api.documents.LetterSignature;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.domain.plan.ItemWords;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.programme.Area;

/**
 * A plan as a document (kế hoạch) in the format of Decree 30/2020/NĐ-CP, Annex I: bases, purpose, the tasks in a table grouped
 * by area, the money. In Vietnamese, whatever the language of the page. The columns are those in use in the provinces.
 */
public final class PlanLetter {
    private static final TextBundle TEXTS = TextBundle.of(PlanLetter.class);
    private static final String[] ROMAN = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"};
    private static final String COMMUNE = "commune";

    private final Plan plan;
    private final List<ItemWords> lines;
    private final List<Area> areas;
    private final UnaryOperator<String> agencyName;
    private final List<LetterPart> parts = new ArrayList<>();
    private int section;

    /**
     * @param lines who answers for one is left out where it names nobody
     * @param areas in the order in which they are shown
     * @param agencyName Vietnamese name by code
     */
    public PlanLetter(Plan plan, List<ItemWords> lines, List<Area> areas, UnaryOperator<String> agencyName) {
        this.plan = plan;
        this.lines = List.copyOf(lines);
        this.areas = List.copyOf(areas);
        this.agencyName = agencyName;
    }

    /** @param type of the agency, as the register says; the head of a commune signs for its People's Committee */
    public Letter letter(LetterHead head, String type) {
        List<String> bases =
                plan.bases().lines().filter(line -> !line.isBlank()).toList();
        if (!bases.isEmpty()) {
            parts.add(new LetterPart.Bases(bases));
        }
        parts.add(new LetterPart.Text(text("plan.paper.issues", agencyName.apply(plan.agency()), "" + plan.year())));
        List<String> purpose =
                plan.purpose().lines().filter(line -> !line.isBlank()).toList();
        if (!purpose.isEmpty()) {
            section("plan.paper.purpose");
            purpose.forEach(line -> parts.add(new LetterPart.Text(line)));
        }
        section("plan.paper.tasks");
        parts.add(table());
        section("plan.paper.money");
        parts.add(new LetterPart.Text(lines.stream()
                .flatMap(words -> words.budget().stream())
                .reduce(BigDecimal::add)
                .map(sum -> text("plan.paper.sum", amount(sum)))
                .orElseGet(() -> text("plan.paper.no-sum"))));
        return new Letter(
                LetterPaper.A4,
                head,
                text("plan.paper.title"),
                text("plan.paper.summary", "" + plan.year()),
                parts,
                List.of(new LetterSignature(
                        COMMUNE.equals(type)
                                ? List.of(text("plan.paper.committee"), text("plan.paper.chairman"))
                                : List.of(text("plan.paper.head")),
                        "",
                        "")),
                List.of(text("plan.paper.receiver.office"), text("plan.paper.receiver.file")));
    }

    /** What stands where number and symbol of the document will be written. */
    public static String reference() {
        return text("plan.paper.reference");
    }

    private void section(String key) {
        parts.add(new LetterPart.Text(ROMAN[section] + ". " + text(key)));
        section++;
    }

    private LetterPart.Table table() {
        List<List<String>> rows = new ArrayList<>();
        int group = 0;
        int number = 0;
        for (Area area : areas) {
            List<ItemWords> own = lines.stream()
                    .filter(words -> words.area().equals(area.code()))
                    .toList();
            if (own.isEmpty()) {
                continue;
            }
            rows.add(List.of(ROMAN[group], area.name().vi().toUpperCase(Locale.ROOT), "", "", "", "", ""));
            group++;
            for (ItemWords words : own) {
                number++;
                rows.add(row(number, words));
            }
        }
        return new LetterPart.Table(
                List.of(
                        new LetterColumn(text("plan.paper.number"), 6, true),
                        new LetterColumn(text("plan.paper.task"), 26, false),
                        new LetterColumn(text("plan.paper.product"), 17, false),
                        new LetterColumn(text("plan.paper.lead"), 15, false),
                        new LetterColumn(text("plan.paper.cooperating"), 13, false),
                        new LetterColumn(text("plan.paper.due"), 12, true),
                        new LetterColumn(text("plan.paper.budget"), 11, true)),
                rows);
    }

    private List<String> row(int number, ItemWords words) {
        String who = Stream.of(words.person(), words.division())
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(", "));
        return List.of(
                "" + number,
                words.title(),
                words.product(),
                agencyName.apply(words.lead()) + (who.isEmpty() ? "" : " (" + who + ")"),
                String.join(", ", words.cooperating().stream().map(agencyName).toList()),
                words.due().map(Formats::date).orElseGet(() -> text("task.term.REGULAR")),
                words.budget().map(PlanLetter::amount).orElse(""));
    }

    private static String amount(BigDecimal value) {
        return NumberFormat.getIntegerInstance(TextBundle.VIETNAMESE).format(value);
    }

    private static String text(String key, Object... arguments) {
        return TEXTS.text(key, arguments).vi();
    }
}
