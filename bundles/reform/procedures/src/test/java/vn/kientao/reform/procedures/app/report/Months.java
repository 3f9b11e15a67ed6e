package vn.kientao.reform.procedures.app.report;

import java.time.Clock;
import java.time.LocalDateTime;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.text.Formats;

/** Lets the months before a moment be counted and kept. */
public final class Months {
    private Months() {}

    /** Claimed in one run, counted in the next. */
    public static void keep(Database database, LocalDateTime now) {
        MonthKeeper keeper =
                new MonthKeeper(database, Clock.fixed(now.atZone(Formats.ZONE).toInstant(), Formats.ZONE));
        try {
            keeper.run();
            keeper.run();
        } finally {
            keeper.close();
        }
    }
}
