package vn.kientao.reform.procedures.store.dossier;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;

/**
 * Issues dossier codes. Whoever asks for a code of a unit's day holds that counter until the transaction ends, so no two
 * dossiers get the same one; a transaction that fails gives its number back.
 */
public final class DossierCodes {
    private static final String UNIT = """
            SELECT unit_id
              FROM procedures.dossier_unit
             WHERE agency_code = ?
            """;
    private static final String BEGIN_DAY = """
            INSERT INTO procedures.dossier_counter (unit_id, received_on, last_number)
            VALUES (?, ?, 0)
            ON CONFLICT DO NOTHING
            """;
    private static final String COUNT_ON = """
            UPDATE procedures.dossier_counter
               SET last_number = last_number + 1
             WHERE unit_id = ? AND received_on = ?
            """;
    private static final String COUNT_MANY = """
            UPDATE procedures.dossier_counter
               SET last_number = last_number + ?
             WHERE unit_id = ? AND received_on = ?
            """;
    private static final String LAST_OF_DAYS = """
            SELECT received_on, last_number
              FROM procedures.dossier_counter
             WHERE unit_id = ? AND received_on BETWEEN ? AND ?
            """;
    private static final String LAST = """
            SELECT last_number
              FROM procedures.dossier_counter
             WHERE unit_id = ? AND received_on = ?
            """;

    /** The next code of the agency's unit on that day. */
    public DossierCode next(Handle transaction, String agency, LocalDate day) {
        String unit = unit(transaction, agency);
        if (countOn(transaction, unit, day) == 0) {
            transaction.execute(BEGIN_DAY, unit, day);
            countOn(transaction, unit, day);
        }
        int number = transaction
                .createQuery(LAST)
                .bind(0, unit)
                .bind(1, day)
                .map((row, context) -> row.getInt("last_number"))
                .one();
        return new DossierCode(unit, day, number);
    }

    /**
     * Codes for many dossiers at once, so many for each day. Those that are not used are lost: the order of a day has gaps
     * then.
     */
    public Numbers many(Handle transaction, String agency, Map<LocalDate, Integer> wanted) {
        String unit = unit(transaction, agency);
        Map<LocalDate, Integer> next = new HashMap<>();
        if (wanted.isEmpty()) {
            return new Numbers(unit, next);
        }
        try (PreparedBatch begin = transaction.prepareBatch(BEGIN_DAY);
                PreparedBatch count = transaction.prepareBatch(COUNT_MANY)) {
            // In one order, so that two who do this at once do not wait for each other.
            new TreeMap<>(wanted).forEach((day, number) -> {
                begin.add(unit, day);
                count.add(number, unit, day);
            });
            begin.execute();
            count.execute();
        }
        transaction
                .createQuery(LAST_OF_DAYS)
                .bind(0, unit)
                .bind(1, Collections.min(wanted.keySet()))
                .bind(2, Collections.max(wanted.keySet()))
                .map((row, context) ->
                        Map.entry(row.getObject("received_on", LocalDate.class), row.getInt("last_number")))
                .forEach(last -> next.put(last.getKey(), last.getValue() - wanted.getOrDefault(last.getKey(), 0)));
        return new Numbers(unit, next);
    }

    /** Codes of one unit that nobody else gets. */
    public static final class Numbers {
        private final String unit;
        private final Map<LocalDate, Integer> last;

        private Numbers(String unit, Map<LocalDate, Integer> last) {
            this.unit = unit;
            this.last = last;
        }

        /** The next of that day; as often as was wanted. */
        public DossierCode next(LocalDate day) {
            return new DossierCode(unit, day, last.merge(day, 1, Integer::sum));
        }
    }

    private static String unit(Handle transaction, String agency) {
        return transaction
                .createQuery(UNIT)
                .bind(0, agency)
                .map((row, context) -> row.getString("unit_id"))
                .findOne()
                .orElse(agency);
    }

    private static int countOn(Handle transaction, String unit, LocalDate day) {
        return transaction.execute(COUNT_ON, unit, day);
    }
}
