package vn.kientao.platform.data;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementException;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.data.DatabaseException;

/**
 * Says what the database refused. When it refused a value, both engines quote it; values may be personal, so of such a
 * refusal only its kind and the constraint's name are kept.
 */
public final class Refusals {
    private static final Pattern CONSTRAINT = Pattern.compile("constraint \"([^\"]+)\"|violation: \"([^ \"(]+)");

    private Refusals() {}

    static DatabaseException of(JdbiException e) {
        SQLException sql = sqlException(e);
        if (sql != null && aboutValues(sql)) {
            SQLException bare = withoutValues(sql);
            return new DatabaseException("the database refused: " + bare.getMessage(), bare);
        }
        String what = e instanceof StatementException statement ? statement.getShortMessage() : e.getMessage();
        return new DatabaseException("the database refused: " + what, e);
    }

    /** The refusal without the values in it, to be said and logged. */
    public static SQLException withoutRefusedValues(SQLException e) {
        return aboutValues(e) ? withoutValues(e) : e;
    }

    /** SQLSTATE classes 22, data exceptions, and 23, integrity constraints. */
    private static boolean aboutValues(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("22") || state.startsWith("23");
    }

    private static SQLException withoutValues(SQLException e) {
        String kind = e.getSQLState().startsWith("23") ? "a constraint is violated" : "a value does not fit";
        Matcher name = CONSTRAINT.matcher(String.valueOf(e.getMessage()));
        String constraint = name.find() ? " (" + (name.group(1) == null ? name.group(2) : name.group(1)) + ")" : "";
        SQLException bare = new SQLException(
                kind + constraint + ", SQLSTATE " + e.getSQLState(), e.getSQLState(), e.getErrorCode());
        bare.setStackTrace(e.getStackTrace());
        return bare;
    }

    private static @Nullable SQLException sqlException(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
