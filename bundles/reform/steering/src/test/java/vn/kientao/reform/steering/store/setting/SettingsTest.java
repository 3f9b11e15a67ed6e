package vn.kientao.reform.steering.store.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.steering.domain.setting.SettingName;

@OnEachDatabase("steering")
class SettingsTest {
    private final Database database;
    private final Settings settings = new Settings();

    SettingsTest(Database database) {
        this.database = database;
    }

    @Test
    void aSettingHoldsFromItsDayUntilAYoungerRowTakesOver() {
        database.write(transaction -> transaction.execute("""
                INSERT INTO steering.setting (name, setting_value, valid_from, legal_basis)
                VALUES ('task.remind-days', '10,5', DATE '2027-01-01', 'Quyết định mới')
                """));

        assertThat(days(LocalDate.of(2026, 12, 31))).isEqualTo("[7, 3, 1]");
        assertThat(days(LocalDate.of(2027, 1, 1))).isEqualTo("[10, 5]");
        assertThatThrownBy(() -> days(LocalDate.of(2021, 12, 31))).hasMessageContaining("task.remind-days");
    }

    private String days(LocalDate day) {
        return database.read(handle ->
                settings.on(handle, SettingName.REMIND_DAYS, day).numbers().toString());
    }
}
