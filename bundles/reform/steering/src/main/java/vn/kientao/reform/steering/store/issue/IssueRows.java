package vn.kientao.reform.steering.store.issue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.issue.Issue;
import vn.kientao.reform.steering.domain.issue.IssueState;

/** Reads and writes {@code steering.issue}. */
public final class IssueRows {
    private static final String ALL = """
            SELECT i.id, i.version, i.code, i.agency, i.title, i.content, i.area, i.raised_at, i.raised_by, i.state, i.decision,
                   i.decided_at, i.decided_by, i.task, i.outcome
              FROM steering.issue i
            """;
    private static final String ADD = """
            INSERT INTO steering.issue (
                   version, code, once_key, agency, title, content, area, raised_at, raised_by, state, decision, decided_by,
                   task, outcome)
            VALUES (1, :code, :once, :agency, :title, :content, :area, :raisedAt, :raisedBy, 'RAISED', '', '', '', '')
            """;
    private static final String CHANGE = """
            UPDATE steering.issue
               SET version = version + 1, state = :state, decision = :decision, decided_at = :decidedAt,
                   decided_by = :decidedBy, task = :task, outcome = :outcome
             WHERE id = :id AND version = :version
            """;

    public Optional<Issue> find(Handle handle, String code) {
        return handle.createQuery(ALL + " WHERE i.code = ?")
                .bind(0, code)
                .map((row, context) -> issue(row))
                .findOne();
    }

    /** What the agency raised with the same key. */
    public Optional<Issue> made(Handle handle, String agency, String onceKey) {
        return handle.createQuery(ALL + " WHERE i.agency = ? AND i.once_key = ?")
                .bind(0, agency)
                .bind(1, onceKey)
                .map((row, context) -> issue(row))
                .findOne();
    }

    /** A page of those of some agencies, of all when none is given, the newest on top. */
    public List<Issue> page(Handle handle, Set<String> agencies, Optional<IssueState> state, long before, int most) {
        String whose = agencies.isEmpty() ? "" : " AND i.agency IN (<agencies>)";
        String how = state.isEmpty() ? "" : " AND i.state = :state";
        var query = handle.createQuery(
                        ALL + " WHERE i.id < :before" + whose + how + " ORDER BY i.id DESC FETCH FIRST :most ROWS ONLY")
                .bind("before", before)
                .bind("most", most);
        state.ifPresent(one -> query.bind("state", one.name()));
        if (!agencies.isEmpty()) {
            query.bindList("agencies", List.copyOf(agencies));
        }
        return query.map((row, context) -> issue(row)).list();
    }

    public void add(Handle transaction, Issue one, Optional<String> onceKey) {
        transaction
                .createUpdate(ADD)
                .bind("code", one.code())
                .bind("once", onceKey.orElse(null))
                .bind("agency", one.agency())
                .bind("title", one.title())
                .bind("content", one.content())
                .bind("area", one.area())
                .bind("raisedAt", one.raisedAt())
                .bind("raisedBy", one.raisedBy())
                .execute();
    }

    /** Writes what steps change; false when somebody changed it meanwhile. */
    public boolean change(Handle transaction, Issue one) {
        return transaction
                        .createUpdate(CHANGE)
                        .bind("state", one.state().name())
                        .bind("decision", one.decision())
                        .bind("decidedAt", one.decidedAt().orElse(null))
                        .bind("decidedBy", one.decidedBy())
                        .bind("task", one.task())
                        .bind("outcome", one.outcome())
                        .bind("id", one.id())
                        .bind("version", one.version())
                        .execute()
                == 1;
    }

    private static Issue issue(ResultSet row) throws SQLException {
        return new Issue(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("code"),
                row.getString("agency"),
                row.getString("title"),
                row.getString("content"),
                row.getString("area"),
                row.getObject("raised_at", LocalDateTime.class),
                row.getString("raised_by"),
                IssueState.valueOf(row.getString("state")),
                row.getString("decision"),
                Optional.ofNullable(row.getObject("decided_at", LocalDateTime.class)),
                row.getString("decided_by"),
                row.getString("task"),
                row.getString("outcome"));
    }
}
