package vn.kientao.reform.procedures.web.publication;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.publication.RecordFields;

/** Two records side by side, field by field; what changed is said in words. */
public final class Comparison {
    private final Page page;
    private final String left;
    private final String right;
    private final List<Line> lines;

    /**
     * @param left what the first record is called
     * @param right what the second one is called
     */
    Comparison(Page page, String left, Map<String, String> before, String right, Map<String, String> after) {
        this.page = page;
        this.left = left;
        this.right = right;
        this.lines = List.copyOf(lines(before, after));
    }

    /** What happened to a field. */
    public enum Change {
        SAME,
        ADDED,
        TAKEN_AWAY,
        CHANGED
    }

    /** One field in both records. */
    public record Line(String field, Change change, String word, String before, String after) {}

    public Page page() {
        return page;
    }

    public String left() {
        return left;
    }

    public String right() {
        return right;
    }

    public List<Line> lines() {
        return lines;
    }

    /** The fields that differ. */
    public List<Line> changes() {
        return lines.stream().filter(line -> line.change() != Change.SAME).toList();
    }

    public String summary() {
        return page.text("publication.compare.count", String.valueOf(changes().size()), String.valueOf(lines.size()));
    }

    private List<Line> lines(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new LinkedHashSet<>(RecordFields.SINGLE);
        RecordFields.ROWS.forEach((group, parts) -> {
            Set<Integer> numbers = new LinkedHashSet<>(RecordFields.numbers(before, group));
            numbers.addAll(RecordFields.numbers(after, group));
            numbers.stream()
                    .sorted()
                    .forEach(number -> parts.forEach(part -> names.add(group + "-" + number + "-" + part)));
        });
        List<Line> lines = new ArrayList<>();
        for (String name : names) {
            String one = before.getOrDefault(name, "");
            String other = after.getOrDefault(name, "");
            if (!one.isEmpty() || !other.isEmpty()) {
                Change change = change(one, other);
                String word = page.text("publication.change." + word(change.name()));
                lines.add(new Line(label(name), change, word, words(name, one), words(name, other)));
            }
        }
        return lines;
    }

    private static Change change(String one, String other) {
        if (one.equals(other)) {
            return Change.SAME;
        }
        if (one.isEmpty()) {
            return Change.ADDED;
        }
        return other.isEmpty() ? Change.TAKEN_AWAY : Change.CHANGED;
    }

    private String label(String name) {
        String[] parts = name.split("-", -1);
        if (parts.length < 3) {
            return page.text("publication.field." + name);
        }
        String row = page.text("publication.group." + parts[0], String.valueOf(Integer.parseInt(parts[1]) + 1));
        return row + ": " + page.text("publication.field." + parts[0] + "-" + parts[2]);
    }

    /** Constants in the reader's words. */
    private String words(String name, String value) {
        if (value.isEmpty()) {
            return value;
        }
        if (name.endsWith("-unit")) {
            return page.text("publication.unit." + word(value));
        }
        if (name.startsWith("channels-") && name.endsWith("-kind")) {
            return page.text("catalogue.channel." + word(value));
        }
        if (name.equals("levels")) {
            List<String> levels = new ArrayList<>();
            for (String level : value.split(",", -1)) {
                levels.add(page.text("catalogue.level." + word(level)));
            }
            return String.join(", ", levels);
        }
        return name.endsWith("-disputed") ? page.text("publication.disputed") : value;
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
