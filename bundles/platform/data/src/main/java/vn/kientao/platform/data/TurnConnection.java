package vn.kientao.platform.data;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A connection that takes a turn before it writes and gives it back with the end of its transaction. */
final class TurnConnection implements InvocationHandler {
    private final Connection connection;
    private final WriteTurns turns;
    private final Runnable whenClosed;
    private WriteTurns.@Nullable Turn turn;
    private boolean closed;

    private TurnConnection(Connection connection, WriteTurns turns, Runnable whenClosed) {
        this.connection = connection;
        this.turns = turns;
        this.whenClosed = whenClosed;
    }

    static Connection of(Connection connection, WriteTurns turns, Runnable whenClosed) {
        return (Connection) Proxy.newProxyInstance(
                TurnConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new TurnConnection(connection, turns, whenClosed));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "createStatement", "prepareStatement", "prepareCall" -> takeTurnFor(arguments);
            case "commit", "setAutoCommit" -> {
                return commit(method, arguments);
            }
            case "rollback" -> {
                return rollback(method, arguments);
            }
            case "close" -> {
                close();
                return null;
            }
            default -> {}
        }
        return call(method, arguments);
    }

    private void takeTurnFor(Object @Nullable [] arguments) {
        boolean writes = arguments == null || !(arguments[0] instanceof String sql) || !onlyReads(sql);
        if (writes && turn == null) {
            turn = turns.take();
        }
    }

    private static boolean onlyReads(String sql) {
        String statement = sql.strip().toLowerCase(Locale.ROOT);
        return statement.startsWith("select") && !statement.contains("for update");
    }

    private @Nullable Object commit(Method method, Object @Nullable [] arguments) throws Throwable {
        Object result = call(method, arguments);
        giveBack(true);
        return result;
    }

    private @Nullable Object rollback(Method method, Object @Nullable [] arguments) throws Throwable {
        Object result = call(method, arguments);
        if (arguments == null) {
            giveBack(false);
        }
        return result;
    }

    private void close() throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        boolean committed = false;
        try {
            committed = !connection.isClosed() && connection.getAutoCommit();
            connection.close();
        } finally {
            whenClosed.run();
            giveBack(committed);
        }
    }

    private void giveBack(boolean committed) {
        WriteTurns.Turn held = turn;
        turn = null;
        if (held == null) {
            return;
        }
        if (committed) {
            held.committed();
        }
        held.giveBack();
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
