package vn.kientao.reform.procedures.store.quality;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.procedures.domain.quality.EmptyIndex;
import vn.kientao.reform.procedures.domain.quality.QualityClass;

/** The settings and classes of the rating as they are valid on a day. */
public final class QualityRules {
    private static final String SETTINGS = """
            SELECT name, setting_value
              FROM procedures.quality_setting
             WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
             ORDER BY valid_from
            """;
    private static final String CLASSES = """
            SELECT least, name_vi, name_en
              FROM procedures.quality_class
             WHERE kind = :kind AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
             ORDER BY least DESC
            """;
    private static final String UNSET = """
            UPDATE procedures.quality_setting
               SET valid_to = ?
             WHERE name = ? AND valid_from < ? AND (valid_to IS NULL OR valid_to >= ?)
            """;
    private static final String DROP = """
            DELETE FROM procedures.quality_setting
             WHERE name = ? AND valid_from = ?
            """;
    private static final String SET = """
            INSERT INTO procedures.quality_setting (name, setting_value, valid_from, valid_to, legal_basis)
            VALUES (?, ?, ?, NULL, ?)
            """;

    public Settings on(Handle handle, LocalDate day) {
        Map<String, String> values = new HashMap<>();
        handle.createQuery(SETTINGS)
                .bind("day", day)
                .map((row, context) -> Map.entry(row.getString("name"), row.getString("setting_value")))
                .forEach(row -> values.put(row.getKey(), row.getValue()));
        return new Settings(values);
    }

    /** @param kind {@code STAFF} or {@code BODY} */
    public List<QualityClass> classes(Handle handle, String kind, LocalDate day) {
        return handle.createQuery(CLASSES)
                .bind("kind", kind)
                .bind("day", day)
                .map((row, context) -> new QualityClass(
                        row.getBigDecimal("least"), new LocalText(row.getString("name_vi"), row.getString("name_en"))))
                .list();
    }

    /** Gives a setting another value from a day on; what was valid before keeps its span. */
    public void set(Handle transaction, String name, String value, LocalDate from, String basis) {
        transaction.execute(UNSET, from.minusDays(1), name, from, from);
        transaction.execute(DROP, name, from);
        transaction.execute(SET, name, value, from, basis);
    }

    /** The settings of a day by name. */
    public record Settings(Map<String, String> values) {
        public Settings {
            values = Map.copyOf(values);
        }

        public EmptyIndex empty() {
            return EmptyIndex.valueOf(values.getOrDefault("empty-index", EmptyIndex.LEAVE_OUT.name()));
        }

        /** @throws IllegalStateException when no row of that name is valid */
        public int number(String name) {
            String value = values.get(name);
            if (value == null) {
                throw new IllegalStateException("no quality setting '" + name + "' is valid");
            }
            return Integer.parseInt(value);
        }

        /** The setting for a level of government, or the general one. */
        public int number(String name, String level) {
            return number(values.containsKey(name + "." + level) ? name + "." + level : name);
        }
    }
}
