package vn.kientao.platform.api.time;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which days are worked: Monday to Friday, less the holidays of the Labour Code 2019 Art. 112 and their compensation days
 * (Art. 111(3)), plus the Saturdays that a yearly notice swaps in. Data, not code; it may change while the platform runs.
 */
@ProviderType
public interface WorkingCalendar {

    CalendarDay on(LocalDate day);

    default boolean isWorking(LocalDate day) {
        return on(day).working();
    }
}
