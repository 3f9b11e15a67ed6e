package vn.kientao.reform.steering.store.setting;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.setting.Setting;

/** Reads {@code steering.setting}. */
public final class Settings {
    private static final String ON_DAY = """
            SELECT setting_value, legal_basis
              FROM steering.setting
             WHERE name = :name AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
             ORDER BY valid_from DESC
             FETCH FIRST 1 ROW ONLY
            """;

    /**
     * The setting as it is valid on a day.
     *
     * @throws IllegalStateException when no row of that name is valid on the day
     */
    public Setting on(Handle handle, String name, LocalDate day) {
        return handle.createQuery(ON_DAY)
                .bind("name", name)
                .bind("day", day)
                .map((row, context) -> new Setting(name, row.getString("setting_value"), row.getString("legal_basis")))
                .findOne()
                .orElseThrow(() -> new IllegalStateException("no setting '" + name + "' is valid on " + day));
    }
}
