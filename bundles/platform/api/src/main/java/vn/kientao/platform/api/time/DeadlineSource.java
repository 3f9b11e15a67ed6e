package vn.kientao.platform.api.time;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A module that keeps deadlines. Asked before the working calendar changes, to show which deadlines would move. */
@ConsumerType
public interface DeadlineSource {

    /** Open deadlines, of all agencies, whose span from receipt to due date touches [{@code from}, {@code to}]. */
    List<OpenDeadline> openBetween(LocalDate from, LocalDate to);

    /**
     * Told after the working calendar has changed on days of [{@code from}, {@code to}]: computes anew what
     * {@link #openBetween} names. May be called again for the same change.
     *
     * @return how many due dates moved
     */
    default int calendarChanged(LocalDate from, LocalDate to) {
        return 0;
    }
}
