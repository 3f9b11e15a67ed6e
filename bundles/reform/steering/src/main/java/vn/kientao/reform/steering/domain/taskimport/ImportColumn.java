package vn.kientao.reform.steering.domain.taskimport;

import java.util.Arrays;
import java.util.Optional;

/** A column of a sheet of tasks. */
public enum ImportColumn {
    TITLE("title", true, 60),
    PRODUCT("product", true, 30),
    AREA("area", true, 24),
    LEAD("lead", true, 24),
    DIVISION("division", false, 20),
    PERSON("person", false, 20),
    TERM("term", false, 16),
    DUE("due", false, 14),
    BUDGET("budget", false, 16),
    BUDGET_SOURCE("budgetSource", false, 20),
    COOPERATING("COOPERATE", false, 30),
    APPROVING("APPROVE", false, 24),
    WATCHING("WATCH", false, 24);

    private final String field;
    private final boolean needed;
    private final int width;

    ImportColumn(String field, boolean needed, int width) {
        this.field = field;
        this.needed = needed;
        this.width = width;
    }

    public static Optional<ImportColumn> of(String field) {
        return Arrays.stream(values()).filter(one -> one.field.equals(field)).findFirst();
    }

    /** The field of the form that gives a task. */
    public String field() {
        return field;
    }

    public boolean needed() {
        return needed;
    }

    /** In characters. */
    public int width() {
        return width;
    }

    public String textKey() {
        return "import.column." + name();
    }
}
