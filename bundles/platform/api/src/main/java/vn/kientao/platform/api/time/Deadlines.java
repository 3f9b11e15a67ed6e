package vn.kientao.platform.api.time;

import java.time.LocalDateTime;
import org.osgi.annotation.versioning.ProviderType;

/** Computes legal deadlines on the working calendar. All times are local to Viet Nam. */
@ProviderType
public interface Deadlines {

    /** When something received at {@code received} is due, by the office hours of the agency, with what paused it. */
    DueDate due(LocalDateTime received, TimeLimit limit, Reading reading, DeadlineTerms terms);

    /** When something received at {@code received} is due by the office hours of the province. */
    default DueDate due(LocalDateTime received, TimeLimit limit, Reading reading) {
        return due(received, limit, reading, DeadlineTerms.PLAIN);
    }

    /** Which of the two readings of the law is applied; belongs to a rule set. */
    enum Reading {
        /** Eight-hour clock: the time of day is kept; what comes after closing counts from the next opening. */
        EIGHT_HOUR_CLOCK,
        /** Day count: the day of the event does not count (Civil Code 2015 Art. 147(2)); due by the end of the last day. */
        CIVIL_CODE
    }
}
