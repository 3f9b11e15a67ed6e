package vn.kientao.platform.kernel.rollout;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import vn.kientao.platform.api.module.RolloutStatus.Kind;
import vn.kientao.platform.api.time.WorkingCalendar;

/**
 * What the administrator has decided about changes ({@code etc/vn.kientao.kernel.cfg}).
 *
 * @param approval what needs a second person
 * @param quiet hours of working days in which nothing changes by itself and nobody begins a change (khung giờ cấm)
 * @param limits what a staged rollout may cost before it goes back
 * @param backUp whether a backup is taken before migrations
 */
public record Policy(Approval approval, List<Hours> quiet, Limits limits, boolean backUp) {

    /** As it is when nobody has decided anything. */
    public static final Policy USUAL = new Policy(Approval.NONE, List.of(), Limits.USUAL, true);

    public Policy {
        requireNonNull(approval, "approval");
        quiet = List.copyOf(quiet);
        requireNonNull(limits, "limits");
    }

    boolean needsApproval(Kind kind) {
        return switch (approval) {
            case NONE -> false;
            case PURGE -> kind == Kind.PURGE;
            case CHANGES -> kind != Kind.ROLLBACK;
        };
    }

    /** Whether nothing should change at this moment. */
    boolean quiet(ZonedDateTime at, WorkingCalendar calendar) {
        return quiet.stream().anyMatch(hours -> hours.include(at.toLocalTime()))
                && calendar.isWorking(at.toLocalDate());
    }

    /** What a second person must approve. A roll-back never waits. */
    public enum Approval {
        NONE,
        PURGE,
        CHANGES
    }

    /** Hours of a day, such as {@code 07:00-17:00}; the end is not included. */
    public record Hours(LocalTime from, LocalTime to) {

        public Hours {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException(from + "-" + to + " (expected: the end after the beginning)");
            }
        }

        /** @throws IllegalArgumentException when it is not written as two times of day */
        public static Hours parse(String words) {
            if (!words.matches("[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]")) {
                throw new IllegalArgumentException("'" + words + "' (expected: hours such as 07:00-17:00)");
            }
            return new Hours(LocalTime.parse(words.substring(0, 5)), LocalTime.parse(words.substring(6)));
        }

        boolean include(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(to);
        }
    }

    /**
     * When a staged rollout goes back by itself.
     *
     * @param enough requests that the new release must have answered before anything is concluded from them
     * @param moreErrors how much higher than the old release's its share of errors may be, 0.02 for two in a hundred
     * @param slower how many times slower than the old release it may be on the same routes
     * @param settle how long after the beginning of a stage speed is not looked at, because new code is still warming up
     * @param window over which speed is compared; two bad windows in a row take the release back
     */
    public record Limits(int enough, double moreErrors, double slower, Duration settle, Duration window) {

        /** As they are when nobody has decided anything. */
        public static final Limits USUAL = new Limits(20, 0.02, 2.0, Duration.ofSeconds(10), Duration.ofSeconds(10));

        public Limits {
            if (enough < 1 || moreErrors < 0 || slower <= 1 || settle.isNegative() || window.isZero()) {
                throw new IllegalArgumentException("limits " + enough + ", " + moreErrors + ", " + slower + ", "
                        + settle + ", " + window + " (expected: at least 1, 0, more than 1, 0 and some seconds)");
            }
        }
    }
}
