package vn.kientao.itests.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the expand scripts of one module in their order and says where one takes something away. Such a script runs
 * while the old release still serves, so it may only add: whatever the old release reads, writes or leaves out must go
 * on working. What is to go goes in {@code db/contract}, after the old release has retired.
 */
final class ExpandRules {

    private static final Pattern CREATE = Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?(\\S+) \\((.*)\\).*");
    private static final Pattern ALTER = Pattern.compile("ALTER TABLE (?:IF EXISTS )?(\\S+) (.*)");
    private static final Pattern UNIQUE_INDEX =
            Pattern.compile("CREATE UNIQUE INDEX (?:IF NOT EXISTS )?\\S+ ON (\\S+) .*");
    private static final Pattern TYPE_CHANGE =
            Pattern.compile("ALTER COLUMN (\\S+) (?:SET DATA TYPE|TYPE) (\\S+)(?: (\\( [^)]*\\)))?.*");
    private static final Pattern ADD_COLUMN = Pattern.compile(
            "ADD (?:COLUMN )?(?:IF NOT EXISTS )?(?!CONSTRAINT|CHECK|UNIQUE|PRIMARY|FOREIGN)(\\S+) (\\S+)(?: (\\( [^)]*\\)))?(.*)");
    private static final Pattern COLUMN = Pattern.compile("(\\S+) (\\S+)(?: (\\( [^)]*\\)))?.*");

    private final Map<String, ColumnType> columns = new HashMap<>();
    private final Set<String> tables = new HashSet<>();

    /** Returns one sentence for each statement of {@code script} that an old release could not live with. */
    List<String> faults(SqlScript script) {
        Set<String> before = Set.copyOf(tables);
        List<String> faults = new ArrayList<>();
        for (String statement : script.statements()) {
            Set<String> fresh = new HashSet<>(tables);
            fresh.removeAll(before);
            String fault = fault(statement, fresh);
            if (!fault.isEmpty()) {
                faults.add(script.name() + ": " + fault + ": " + shortened(statement));
            }
        }
        return faults;
    }

    private String fault(String statement, Set<String> fresh) {
        if (statement.matches("(DROP|TRUNCATE|DELETE) .*")) {
            return "an expand script may only add, not " + statement.substring(0, statement.indexOf(' '));
        }
        Matcher create = CREATE.matcher(statement);
        if (create.matches()) {
            tables.add(create.group(1));
            remember(create.group(1), create.group(2));
            return "";
        }
        Matcher index = UNIQUE_INDEX.matcher(statement);
        if (index.matches() && !fresh.contains(index.group(1))) {
            return "a unique index on a table that is in use refuses rows which the old release writes";
        }
        Matcher alter = ALTER.matcher(statement);
        return alter.matches() ? alteration(alter.group(1), alter.group(2), fresh.contains(alter.group(1))) : "";
    }

    private String alteration(String table, String change, boolean fresh) {
        for (String part : topLevelParts(change)) {
            String fault = partOfAlteration(table, part, fresh);
            if (!fault.isEmpty()) {
                return fault;
            }
        }
        return "";
    }

    private String partOfAlteration(String table, String part, boolean fresh) {
        if (part.matches("ALTER COLUMN \\S+ DROP NOT NULL")) {
            return "";
        }
        if (part.matches("(.* )?RENAME .*")) {
            return "the old release asks by the old name";
        }
        if (part.matches("(.* )?DROP .*")) {
            return "an expand script may only add, not DROP";
        }
        if (part.matches("ALTER COLUMN \\S+ SET NOT NULL") && !fresh) {
            return "the old release may leave the column empty";
        }
        Matcher type = TYPE_CHANGE.matcher(part);
        if (type.matches()) {
            return changeOfType(table + "." + type.group(1), ColumnType.of(type.group(2), type.group(3)));
        }
        if (part.matches("ADD (CONSTRAINT|CHECK|UNIQUE|PRIMARY|FOREIGN) .*") && !fresh) {
            return "a constraint on a table that is in use refuses rows which the old release writes";
        }
        Matcher column = ADD_COLUMN.matcher(part);
        if (column.matches()) {
            columns.put(table + "." + column.group(1), ColumnType.of(column.group(2), column.group(3)));
            boolean required =
                    part.contains(" NOT NULL") && !part.contains(" DEFAULT ") && !part.contains(" GENERATED ");
            return required && !fresh ? "the old release does not fill a new column that must not be empty" : "";
        }
        return "";
    }

    private String changeOfType(String column, ColumnType wanted) {
        ColumnType old = columns.get(column);
        if (old == null) {
            return "the old type of " + column + " is unknown, so the new one may be narrower";
        }
        if (!wanted.holdsAll(old)) {
            return column + " would be narrower or other than " + old;
        }
        columns.put(column, wanted);
        return "";
    }

    private void remember(String table, String body) {
        for (String part : topLevelParts(body)) {
            Matcher column = COLUMN.matcher(part);
            if (column.matches()) {
                columns.put(table + "." + column.group(1), ColumnType.of(column.group(2), column.group(3)));
            }
        }
    }

    private static List<String> topLevelParts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        StringBuilder part = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
            if (depth == 0 && word.equals(",")) {
                parts.add(part.toString().strip());
                part.setLength(0);
            } else {
                part.append(word).append(' ');
            }
        }
        parts.add(part.toString().strip());
        return parts;
    }

    private static String shortened(String statement) {
        return statement.length() <= 120 ? statement : statement.substring(0, 120) + "…";
    }
}
