package vn.kientao.reform.steering.store.setting;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** Ends rows of a table in which the rows of a rule follow one another by their days, and takes back those that have not begun. */
public enum Succession {
    SETTINGS("steering.setting", "name"),
    REPORT_PERIODS("steering.report_period", "kind");

    private final String end;
    private final String remove;
    private final String reopen;

    Succession(String table, String key) {
        String last = " WHERE " + key + " = :rule AND valid_from = :from AND valid_to IS NULL";
        end = "UPDATE " + table + " SET valid_to = :day" + last;
        remove = "DELETE FROM " + table + last;
        reopen = "UPDATE " + table + " SET valid_to = NULL WHERE " + key + " = :rule AND valid_to = :day";
    }

    /**
     * Ends the last row of a rule.
     *
     * @param from its first day
     * @param day its last day from now on
     * @return false, and nothing is changed, when it is no longer the last one
     */
    public boolean end(Handle transaction, String rule, LocalDate from, LocalDate day) {
        return transaction
                        .createUpdate(end)
                        .bind("rule", rule)
                        .bind("from", from)
                        .bind("day", day)
                        .execute()
                == 1;
    }

    /**
     * Takes the last row of a rule away; the one before has no end any more.
     *
     * @param from its first day
     * @return false, and nothing is changed, when it is no longer the last one
     */
    public boolean takeBack(Handle transaction, String rule, LocalDate from) {
        boolean gone = transaction
                        .createUpdate(remove)
                        .bind("rule", rule)
                        .bind("from", from)
                        .execute()
                == 1;
        if (gone) {
            transaction
                    .createUpdate(reopen)
                    .bind("rule", rule)
                    .bind("day", from.minusDays(1))
                    .execute();
        }
        return gone;
    }
}
