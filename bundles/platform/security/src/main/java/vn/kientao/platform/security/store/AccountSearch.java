package vn.kientao.platform.security.store;

import java.time.LocalDate;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.security.domain.AccountFilter;
import vn.kientao.platform.security.domain.AccountFilter.State;
import vn.kientao.platform.security.domain.ListPlace;

/** Puts the statement of a list of accounts together from what its filter asks; values are always bound. */
final class AccountSearch {
    private static final String HELD =
            " AND p.ended_at IS NULL AND p.valid_from <= :day" + " AND (p.valid_to IS NULL OR p.valid_to >= :day)";

    private AccountSearch() {}

    static String statement(AccountFilter filter, ListPlace place) {
        StringBuilder sql = new StringBuilder("""
                SELECT a.id, a.login, a.name, a.must_change, a.disabled
                  FROM security.account a
                 WHERE a.login\s""");
        sql.append(beginning(place));
        if (!filter.words().isEmpty()) {
            sql.append(" AND a.folded LIKE :words ESCAPE '!'");
        }
        filter.state().ifPresent(state -> sql.append(state(filter, state)));
        if (filter.role().isPresent() || filter.unit().isPresent()) {
            sql.append(" AND EXISTS (").append(posts(filter)).append(HELD).append(')');
        } else if (filter.agency().isPresent()) {
            sql.append(" AND EXISTS (").append(posts(filter)).append(')');
        }
        return sql.append(" ORDER BY a.login ")
                .append(place.backwards() ? "DESC" : "ASC")
                .append(" FETCH FIRST :limit ROWS ONLY")
                .toString();
    }

    private static String beginning(ListPlace place) {
        return place.backwards() ? "< :login" : "> :login";
    }

    private static String state(AccountFilter filter, State state) {
        return switch (state) {
            case ACTIVE -> " AND a.disabled = FALSE AND a.must_change = FALSE";
            case MUST_CHANGE -> " AND a.disabled = FALSE AND a.must_change = TRUE";
            case DISABLED -> " AND a.disabled = TRUE";
            case WITHOUT_POST -> " AND NOT EXISTS (" + inAgency(filter) + HELD + ")";
        };
    }

    private static String posts(AccountFilter filter) {
        return inAgency(filter)
                + (filter.role().isPresent() ? " AND p.role = :role" : "")
                + (filter.unit().isPresent() ? " AND p.unit = :unit" : "");
    }

    private static String inAgency(AccountFilter filter) {
        return "SELECT p.id FROM security.post p WHERE p.account = a.id"
                + (filter.agency().isPresent() ? " AND p.agency = :agency" : "");
    }

    static void bind(Query query, AccountFilter filter, LocalDate day) {
        if (!filter.words().isEmpty()) {
            query.bind("words", "%" + Folding.fold(filter.words()).replaceAll("[!%_]", "!$0") + "%");
        }
        filter.agency().ifPresent(agency -> query.bind("agency", agency));
        filter.role().ifPresent(role -> query.bind("role", role));
        filter.unit().ifPresent(unit -> query.bind("unit", unit));
        boolean asksForDay = filter.role().isPresent()
                || filter.unit().isPresent()
                || filter.state().filter(State.WITHOUT_POST::equals).isPresent();
        if (asksForDay) {
            query.bind("day", day);
        }
    }
}
