package vn.kientao.reform.procedures.domain.publication;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.kientao.reform.procedures.domain.ChannelKind;
import vn.kientao.reform.procedures.domain.DeadlineUnit;

/** What is wrong with the fields of a record, and what is missing in them before it may be announced. */
public final class RecordFaults {
    private static final int LONGEST = 100_000;
    private static final int LONGEST_NAME = 2_000;
    private static final int MOST_ROWS = 200;

    private RecordFaults() {}

    /**
     * One fault.
     *
     * @param field its name in the form
     * @param key of the sentence, below {@code publication.error.}
     * @param arguments of the sentence
     */
    public record Fault(String field, String key, List<String> arguments) {
        public Fault {
            arguments = List.copyOf(arguments);
        }
    }

    /** What cannot be read; a draft may be kept only without. */
    public static List<Fault> malformed(Map<String, String> fields) {
        List<Fault> faults = new ArrayList<>();
        if (text(fields, RecordFields.NAME).isBlank()) {
            faults.add(new Fault(RecordFields.NAME, "required", List.of()));
        }
        fields.forEach((name, value) -> {
            int longest = name.equals(RecordFields.NAME) ? LONGEST_NAME : LONGEST;
            if (value.length() > longest) {
                faults.add(new Fault(name, "long", List.of("" + value.length(), "" + longest)));
            }
            shape(name, value, faults);
        });
        for (String group : RecordFields.ROWS.keySet()) {
            int rows = RecordFields.numbers(fields, group).size();
            if (rows > MOST_ROWS) {
                faults.add(new Fault(group + "-0-name", "rows", List.of("" + rows, "" + MOST_ROWS)));
            }
        }
        for (int number : RecordFields.numbers(fields, "channels")) {
            String row = "channels-" + number;
            boolean unitOnly = text(fields, row + "-amount").isEmpty()
                    && !text(fields, row + "-unit").isEmpty();
            if (unitOnly) {
                faults.add(new Fault(row + "-amount", "amount-missing", List.of()));
            }
        }
        return faults;
    }

    private static void shape(String name, String value, List<Fault> faults) {
        if (value.isEmpty()) {
            return;
        }
        String part = name.substring(name.lastIndexOf('-') + 1);
        boolean row = name.matches("[a-z]+-\\d{1,3}-[a-zA-Z]+");
        if (!row) {
            return;
        }
        switch (part) {
            case "amount" -> require(value, text -> text.matches("\\d{1,6}"), name, "number", faults);
            case "originals", "copies" -> require(value, text -> text.matches("\\d{1,3}"), name, "number", faults);
            case "unit" -> require(value, text -> isOne(DeadlineUnit.values(), text), name, "choice", faults);
            case "kind" -> require(value, text -> isOne(ChannelKind.values(), text), name, "choice", faults);
            case "issued" -> require(value, RecordFaults::isDay, name, "day", faults);
            default -> {
                // Free words.
            }
        }
    }

    /**
     * What a procedure must say before it is announced: name, sequence, manner, papers, time limit, subjects, agency
     * (Decree 63/2010/NĐ-CP, Article 8(2)), and the legal bases and field without which nobody finds it.
     */
    public static List<Fault> missing(Map<String, String> fields) {
        List<Fault> faults = new ArrayList<>();
        for (String name : List.of(RecordFields.NAME, RecordFields.FIELD, "levels", "subjects", "steps")) {
            missing(fields, name, name, faults);
        }
        if (text(fields, "carriedOutBy").isBlank() && text(fields, "competent").isBlank()) {
            faults.add(new Fault("carriedOutBy", "missing", List.of()));
        }
        missingRows(fields, "channels", "kind", faults);
        missingRows(fields, "components", "name", faults);
        missingRows(fields, "results", "name", faults);
        missingRows(fields, "laws", "number", faults);
        for (int number : RecordFields.numbers(fields, "channels")) {
            String row = "channels-" + number;
            missing(fields, row + "-kind", row + "-kind", faults);
            boolean words = !text(fields, row + "-text").isBlank()
                    && text(fields, row + "-amount").isEmpty();
            if (!words) {
                missing(fields, row + "-amount", row + "-amount", faults);
                missing(fields, row + "-unit", row + "-unit", faults);
            }
        }
        return faults;
    }

    private static void missingRows(Map<String, String> fields, String group, String part, List<Fault> faults) {
        if (RecordFields.numbers(fields, group).isEmpty()) {
            faults.add(new Fault(group + "-0-" + part, "missing", List.of()));
        }
    }

    private static void missing(Map<String, String> fields, String name, String at, List<Fault> faults) {
        if (text(fields, name).isBlank()) {
            faults.add(new Fault(at, "missing", List.of()));
        }
    }

    private static void require(String value, Predicate<String> good, String name, String key, List<Fault> faults) {
        if (!good.test(value)) {
            faults.add(new Fault(name, key, List.of(value)));
        }
    }

    private static boolean isOne(Enum<?>[] constants, String name) {
        for (Enum<?> constant : constants) {
            if (constant.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() > 1900;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }
}
