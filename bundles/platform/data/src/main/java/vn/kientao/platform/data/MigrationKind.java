package vn.kientao.platform.data;

/** The two kinds of migration, each with a folder of scripts and a history table in the schema. */
public enum MigrationKind {
    EXPAND("db/expand", "migration_expand"),
    CONTRACT("db/contract", "migration_contract");

    private final String folder;
    private final String history;

    MigrationKind(String folder, String history) {
        this.folder = folder;
        this.history = history;
    }

    public String folder() {
        return folder;
    }

    /** The table that Flyway keeps. */
    public String history() {
        return history;
    }
}
