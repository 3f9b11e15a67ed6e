package vn.kientao.reform.procedures.web.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.kientao.platform.api.documents.LetterPaper;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.reform.procedures.domain.dossier.DeadlineRule;
import vn.kientao.reform.procedures.domain.paper.PaperForm;
import vn.kientao.reform.procedures.domain.paper.PaperKind;
import vn.kientao.reform.procedures.domain.rule.RuleRow;
import vn.kientao.reform.procedures.domain.rule.RuleSet;
import vn.kientao.reform.procedures.domain.rule.RuleStatement;
import vn.kientao.reform.procedures.web.dossier.Checks;
import vn.kientao.reform.procedures.web.dossier.Words;

/**
 * Makes a rule set of the rows of a file. What the file does not state of the deadlines is taken over from the set before.
 * Errors stand under {@code row 3: legalBasis}.
 */
final class RuleSetCheck {
    private static final int BASIS = 1000;
    private static final int TITLE = 400;
    private static final int SHORT = 20;

    private final List<DeadlineRule> rules;
    private final List<PaperForm> forms;
    private final LocalDate today;
    private final FormErrors errors;

    /** @param rules and {@code forms} those that are there, the youngest first */
    RuleSetCheck(List<DeadlineRule> rules, List<PaperForm> forms, LocalDate today, FormErrors errors) {
        this.rules = rules;
        this.forms = forms;
        this.today = today;
        this.errors = errors;
    }

    /** The rule set; empty when the errors say why not. */
    Optional<RuleSet> read(List<RuleRow> rows) {
        once(rows);
        List<RuleRow> values = part(rows, RuleRow.DEADLINE);
        Optional<DeadlineRule> rule = values.isEmpty() ? Optional.empty() : rule(values);
        List<PaperForm> read = part(rows, RuleRow.FORM).stream()
                .map(this::form)
                .flatMap(Optional::stream)
                .toList();
        if (!errors.isEmpty() || rows.isEmpty()) {
            return Optional.empty();
        }
        List<PaperForm> same = read.stream().filter(this::same).toList();
        List<PaperForm> changed =
                read.stream().filter(form -> !same.contains(form)).toList();
        return Optional.of(new RuleSet(
                rule,
                values.stream()
                        .map(row -> new RuleStatement(row.name(), row.legalBasis()))
                        .toList(),
                changed,
                same));
    }

    private List<RuleRow> part(List<RuleRow> rows, String part) {
        return rows.stream().filter(row -> row.part().equals(part)).toList();
    }

    private void once(List<RuleRow> rows) {
        Set<String> seen = new HashSet<>();
        for (RuleRow row : rows) {
            if (!row.part().equals(RuleRow.DEADLINE) && !row.part().equals(RuleRow.FORM)) {
                error(row, "part", Words.text("rule.load.error.choice", row.part(), "deadline, form"));
            } else if (!seen.add(row.part() + " " + row.name())) {
                error(row, "name", Words.text("rule.load.error.twice", row.name()));
            }
        }
    }

    private Optional<DeadlineRule> rule(List<RuleRow> rows) {
        RuleRow first = rows.get(0);
        List<String> names = new ArrayList<>(RuleForm.names());
        Map<String, String> values = new LinkedHashMap<>(
                rules.stream().findFirst().map(RuleForm::values).orElse(Map.of()));
        Map<String, RuleRow> stated = new LinkedHashMap<>();
        for (RuleRow row : rows) {
            basis(row);
            if (!names.contains(row.name())) {
                error(row, "name", Words.text("rule.load.error.choice", row.name(), String.join(", ", names)));
            }
            if (!row.set().equals(first.set())) {
                error(row, "set", Words.text("rule.load.error.other", row.set(), first.set()));
            }
            if (!row.validFrom().equals(first.validFrom())) {
                error(row, "validFrom", Words.text("rule.load.error.other", row.validFrom(), first.validFrom()));
            }
            values.put(row.name(), row.value());
            stated.put(row.name(), row);
        }
        values.put("code", first.set());
        values.put("from", first.validFrom());
        values.put("basis", bases(rows));
        FormErrors found = new FormErrors();
        Optional<DeadlineRule> rule = new RuleForm(values, today, found).rule();
        found.all().forEach(one -> error(stated.getOrDefault(one.field(), first), column(one.field()), one.message()));
        rule.ifPresent(one -> rules.stream()
                .filter(known -> !known.validFrom().isBefore(one.validFrom()))
                .findFirst()
                .ifPresent(known -> error(
                        first,
                        "validFrom",
                        Words.text(
                                "rule.load.error.overlap-set",
                                Formats.date(one.validFrom()),
                                known.code(),
                                Formats.date(known.validFrom())))));
        return rule;
    }

    /** Under which column of the file a mistake in a field of the form stands. */
    private static String column(String field) {
        return switch (field) {
            case "code" -> "set";
            case "from" -> "validFrom";
            case "basis" -> "legalBasis";
            default -> "value";
        };
    }

    /** The legal bases of the values, each once; cut where the column of the whole ends: each value keeps its own in full. */
    private static String bases(List<RuleRow> rows) {
        String all = rows.stream().map(RuleRow::legalBasis).distinct().collect(Collectors.joining("; "));
        return all.length() <= BASIS ? all : all.substring(0, BASIS - 1) + "…";
    }

    private Optional<PaperForm> form(RuleRow row) {
        basis(row);
        Optional<PaperKind> kind = choice(row, "name", row.name(), PaperKind.values());
        Optional<LetterPaper> paper = choice(row, "paper", row.paper(), LetterPaper.values());
        FormErrors found = new FormErrors();
        Optional<LocalDate> from = new Checks(found, "rule.load.column.").day("validFrom", row.validFrom());
        found.all().forEach(one -> error(row, "validFrom", one.message()));
        from.filter(day -> day.isBefore(today))
                .ifPresent(day ->
                        error(row, "validFrom", Words.text("rule.error.past", Formats.date(day), Formats.date(today))));
        length(row, "title", row.title(), 1, TITLE);
        length(row, "value", row.value(), 0, 10);
        length(row, "symbol", row.symbol(), 0, SHORT);
        if (kind.isEmpty() || paper.isEmpty() || from.isEmpty()) {
            return Optional.empty();
        }
        PaperForm form = new PaperForm(
                0,
                kind.get(),
                row.value(),
                row.title(),
                row.symbol(),
                paper.get(),
                from.get(),
                Optional.empty(),
                row.legalBasis());
        forms.stream()
                .filter(known ->
                        known.kind() == form.kind() && !known.validFrom().isBefore(form.validFrom()))
                .findFirst()
                .ifPresent(known -> error(
                        row,
                        "validFrom",
                        Words.text(
                                "rule.load.error.overlap-form",
                                Formats.date(form.validFrom()),
                                known.title(),
                                Formats.date(known.validFrom()))));
        return Optional.of(form);
    }

    private boolean same(PaperForm form) {
        return forms.stream()
                .filter(known -> known.kind() == form.kind())
                .filter(known -> known.validTo()
                        .map(to -> !to.isBefore(form.validFrom()))
                        .orElse(true))
                .findFirst()
                .filter(known -> known.number().equals(form.number())
                        && known.title().equals(form.title())
                        && known.symbol().equals(form.symbol())
                        && known.paper() == form.paper()
                        && known.legalBasis().equals(form.legalBasis()))
                .isPresent();
    }

    private void basis(RuleRow row) {
        length(row, "legalBasis", row.legalBasis(), 1, BASIS);
    }

    private void length(RuleRow row, String column, String value, int least, int most) {
        if (value.length() < least) {
            error(row, column, Words.text("rule.load.error.missing"));
        } else if (value.length() > most) {
            error(row, column, Words.text("rule.load.error.long", "" + value.length(), "" + most));
        }
    }

    private <E extends Enum<E>> Optional<E> choice(RuleRow row, String column, String value, E[] all) {
        Optional<E> chosen =
                Arrays.stream(all).filter(one -> one.name().equals(value)).findFirst();
        if (chosen.isEmpty()) {
            String words = Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", "));
            error(row, column, Words.text("rule.load.error.choice", value, words));
        }
        return chosen;
    }

    private void error(RuleRow row, String column, LocalText what) {
        LocalText line = new LocalText(
                Words.text("rule.load.error.row", "" + row.line(), column).vi() + what.vi(),
                Words.text("rule.load.error.row", "" + row.line(), column).en() + what.en());
        errors.add("row " + row.line() + ": " + column, line);
    }
}
