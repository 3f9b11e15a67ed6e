package vn.kientao.platform.privacy.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.privacy.domain.RetentionRun;

/** Periods that were set, and runs, in {@code privacy.retention_period} and {@code privacy.retention_run}. */
public final class RetentionRepository {

    /** A period that counts in place of the shipped one. */
    public record SetPeriod(Period period, String legalBasis) {}

    /** The period set for a rule on a day. */
    public Optional<SetPeriod> period(Handle handle, String rule, LocalDate day) {
        return handle.createQuery("""
                SELECT period, legal_basis
                  FROM privacy.retention_period
                 WHERE rule = ? AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)
                 ORDER BY rule DESC, valid_from DESC, id DESC
                 FETCH FIRST 1 ROW ONLY
                """)
                .bind(0, rule)
                .bind(1, day)
                .bind(2, day)
                .map((row, context) ->
                        new SetPeriod(Period.parse(row.getString("period")), row.getString("legal_basis")))
                .findOne();
    }

    /** Sets a period from a day on; what was set before ends the day before. */
    public void set(Handle transaction, String rule, SetPeriod period, LocalDate from) {
        transaction.execute(
                "UPDATE privacy.retention_period SET valid_to = ? WHERE rule = ? AND valid_to IS NULL AND valid_from < ?",
                from.minusDays(1),
                rule,
                from);
        transaction.execute("""
                INSERT INTO privacy.retention_period (rule, period, valid_from, legal_basis)
                VALUES (?, ?, ?, ?)
                """, rule, period.period().toString(), from, period.legalBasis());
    }

    public Optional<RetentionRun> lastRun(Handle handle, String rule) {
        return handle.createQuery("""
                SELECT rule, account, began_at, done
                  FROM privacy.retention_run
                 WHERE rule = ? AND ended_at IS NOT NULL
                 ORDER BY rule DESC, id DESC
                 FETCH FIRST 1 ROW ONLY
                """)
                .bind(0, rule)
                .map((row, context) -> new RetentionRun(
                        row.getString("rule"),
                        row.getString("account"),
                        row.getObject("began_at", OffsetDateTime.class).toInstant(),
                        row.getLong("done")))
                .findOne();
    }

    /** Begins a run and returns its id. */
    public long begin(Handle transaction, String rule, Period period, String account, Instant at) {
        return transaction
                .createUpdate("""
                        INSERT INTO privacy.retention_run (rule, period, account, began_at, done)
                        VALUES (?, ?, ?, ?, 0)
                        """)
                .bind(0, rule)
                .bind(1, period.toString())
                .bind(2, account)
                .bind(3, PrivacyStore.utc(at))
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
    }

    public void did(Handle transaction, long run, long more) {
        transaction.execute("UPDATE privacy.retention_run SET done = done + ? WHERE id = ?", more, run);
    }

    public void end(Handle transaction, long run, Instant at) {
        transaction.execute("UPDATE privacy.retention_run SET ended_at = ? WHERE id = ?", PrivacyStore.utc(at), run);
    }
}
