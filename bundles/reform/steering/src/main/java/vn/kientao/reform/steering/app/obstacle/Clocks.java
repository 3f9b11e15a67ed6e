package vn.kientao.reform.steering.app.obstacle;

import java.time.LocalDateTime;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.reform.steering.domain.obstacle.AnswerClock;
import vn.kientao.reform.steering.domain.obstacle.Urgency;
import vn.kientao.reform.steering.domain.setting.SettingName;
import vn.kientao.reform.steering.store.setting.Settings;

/** Sets the clock of an answer by the settings of the day and the working calendar. */
final class Clocks {
    private final Deadlines deadlines;
    private final Settings settings = new Settings();

    Clocks(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** Until the class is known, the time for classifying runs. */
    AnswerClock untilClassified(Handle handle, LocalDateTime from) {
        return clock(handle, SettingName.CLASSIFY_DAYS, from);
    }

    AnswerClock untilAnswered(Handle handle, Urgency urgency, LocalDateTime from) {
        return clock(handle, urgency.setting(), from);
    }

    private AnswerClock clock(Handle handle, SettingName setting, LocalDateTime from) {
        int days = settings.on(handle, setting, from.toLocalDate()).number();
        return new AnswerClock(from, days, due(from, days));
    }

    /** When so many working days after {@code from} are over. */
    LocalDateTime due(LocalDateTime from, int days) {
        return deadlines
                .due(from, new TimeLimit(days, TimeLimit.Unit.WORKING_DAY), Deadlines.Reading.CIVIL_CODE)
                .due();
    }
}
