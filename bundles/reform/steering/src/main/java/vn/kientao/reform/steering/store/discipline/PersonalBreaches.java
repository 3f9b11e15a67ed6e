package vn.kientao.reform.steering.store.discipline;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.steering.domain.discipline.Breach;

/** The personal data in {@code steering.breach}: who answers, and what they said. */
public final class PersonalBreaches {
    private static final String OLD = """
              FROM steering.breach
             WHERE state = 'CLOSED' AND recorded_at < :before AND person <> '' AND code NOT IN (<held>)
            """;
    private static final String FIND = """
            SELECT b.id, b.version, b.code, b.agency_code, b.kind, b.task_code, b.duty, b.happened_on, b.days_late, b.person,
                   b.explanation, b.state, b.followed, b.followed_on, b.document, b.outcome, b.recorded_at, b.recorded_by
              FROM steering.breach b
             WHERE b.agency_code = :agency AND b.person = :person
             ORDER BY b.id DESC
             FETCH FIRST :most ROWS ONLY
            """;

    /** What an agency keeps about somebody of that name, newest first. */
    public List<Breach> find(Handle handle, String agency, String person, int most) {
        return handle.createQuery(FIND)
                .bind("agency", agency)
                .bind("person", person.isEmpty() ? "-" : person)
                .bind("most", most)
                .map((row, context) -> BreachRows.breach(row))
                .list();
    }

    /** The agency's breach of that code. */
    public Optional<Breach> one(Handle handle, String agency, String code) {
        return new BreachRows()
                .find(handle, code)
                .filter(breach -> breach.what().agency().equals(agency));
    }

    public void correct(Handle transaction, Breach breach, String person, String explanation) {
        transaction
                .createUpdate("UPDATE steering.breach SET version = version + 1, person = :person, folded = :folded,"
                        + " explanation = :explanation WHERE id = :id")
                .bind("person", person)
                .bind("folded", BreachRows.folded(breach.code(), breach.what().duty(), person))
                .bind("explanation", explanation)
                .bind("id", breach.id())
                .execute();
    }

    /** Takes out who it was and all that was said about it; the count remains. */
    public void makeAnonymous(Handle transaction, Breach breach) {
        correct(transaction, breach, "", "");
        transaction.execute("UPDATE steering.breach SET outcome = '' WHERE id = ?", breach.id());
        transaction.execute("UPDATE steering.breach_event SET note = '' WHERE breach_id = ?", breach.id());
    }

    /** How many closed ones were recorded before, are not anonymous and not on hold. */
    public long old(Handle handle, Instant before, Set<String> held) {
        return bound(handle.createQuery("SELECT COUNT(*)" + OLD), before, held)
                .mapTo(Long.class)
                .one();
    }

    /** The codes of the oldest of them. */
    public List<String> oldest(Handle handle, Instant before, Set<String> held, int most) {
        return bound(handle.createQuery("SELECT code" + OLD + " ORDER BY id FETCH FIRST :most ROWS ONLY"), before, held)
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    /** An empty list cannot be bound: what nobody has goes with those on hold. */
    private static Query bound(Query query, Instant before, Set<String> held) {
        List<String> codes = new ArrayList<>(held);
        codes.add("-");
        return query.bind("before", LocalDateTime.ofInstant(before, Formats.ZONE))
                .bindList("held", codes);
    }
}
