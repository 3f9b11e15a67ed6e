package vn.kientao.reform.steering.store.setting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.setting.Setting;
import vn.kientao.reform.steering.domain.setting.SettingName;

/** Reads {@code steering.setting} and adds to it. */
public final class Settings {
    private static final String OF_NAME = """
            SELECT setting_value, valid_from, valid_to, legal_basis
              FROM steering.setting
             WHERE name = :name
            """;
    private static final String ON_DAY = OF_NAME + """
               AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
             ORDER BY valid_from DESC
             FETCH FIRST 1 ROW ONLY
            """;
    private static final String ALL = """
            SELECT name, setting_value, valid_from, valid_to, legal_basis
              FROM steering.setting
             ORDER BY name, valid_from DESC
            """;
    private static final String ADD = """
            INSERT INTO steering.setting (name, setting_value, valid_from, legal_basis)
            VALUES (:name, :value, :from, :basis)
            """;

    /**
     * The setting as it is valid on a day.
     *
     * @throws IllegalStateException when no row of that name is valid on the day
     */
    public Setting on(Handle handle, SettingName name, LocalDate day) {
        return handle.createQuery(ON_DAY)
                .bind("name", name.word())
                .bind("day", day)
                .map((row, context) -> setting(name, row))
                .findOne()
                .orElseThrow(() -> new IllegalStateException("no setting '" + name.word() + "' is valid on " + day));
    }

    /** All rows of a setting, the newest first. */
    public List<Setting> of(Handle handle, SettingName name) {
        return handle.createQuery(OF_NAME + " ORDER BY valid_from DESC")
                .bind("name", name.word())
                .map((row, context) -> setting(name, row))
                .list();
    }

    /** All rows of all settings that this release knows, of each the newest first. */
    public Map<SettingName, List<Setting>> all(Handle handle) {
        return handle
                .createQuery(ALL)
                .map((row, context) -> {
                    Optional<SettingName> name = SettingName.of(row.getString("name"));
                    return name.isEmpty() ? Optional.<Setting>empty() : Optional.of(setting(name.get(), row));
                })
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(Setting::name));
    }

    public void add(Handle transaction, Setting setting) {
        transaction
                .createUpdate(ADD)
                .bind("name", setting.name().word())
                .bind("value", setting.value())
                .bind("from", setting.validFrom())
                .bind("basis", setting.legalBasis())
                .execute();
    }

    private static Setting setting(SettingName name, ResultSet row) throws SQLException {
        return new Setting(
                name,
                row.getString("setting_value"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                row.getString("legal_basis"));
    }
}
