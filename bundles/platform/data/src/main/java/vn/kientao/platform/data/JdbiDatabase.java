package vn.kientao.platform.data;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.DatabaseTime;

/** The database as everybody sees it: transactions with a Jdbi handle. */
@Component
public final class JdbiDatabase implements Database {
    private final Engine engine;
    private final Jdbi readers;
    private final Jdbi writers;

    @Activate
    public JdbiDatabase(@Reference EngineComponent component) {
        this(component.engine());
    }

    private JdbiDatabase(Engine engine) {
        this.engine = engine;
        this.readers = withoutArguments(Jdbi.create(engine.readers()));
        this.writers = withoutArguments(Jdbi.create(engine.writers()));
    }

    public static JdbiDatabase of(Engine engine) {
        return new JdbiDatabase(engine);
    }

    @Override
    public <T> T read(Work<T> work) {
        DatabaseTime.enter();
        try (Handle handle = readers.open()) {
            return handle.inTransaction(transaction -> inside(transaction, work));
        } catch (JdbiException e) {
            throw Refusals.of(e);
        } finally {
            DatabaseTime.leave();
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        return writeInTurn(WriteTurns::take, work, WriteTurns.Turn::committed);
    }

    @Override
    public <T> T writeUnsynced(Work<T> work) {
        return writeInTurn(
                WriteTurns::takeBehindOthers,
                transaction -> {
                    if (dialect() == Dialect.POSTGRESQL) {
                        transaction.execute("SET LOCAL synchronous_commit TO OFF");
                    }
                    return work.run(transaction);
                },
                WriteTurns.Turn::committedUnsynced);
    }

    private <T> T writeInTurn(
            Function<WriteTurns, WriteTurns.Turn> take, Work<T> work, Consumer<WriteTurns.Turn> committed) {
        DatabaseTime.enter();
        try {
            return inTurn(take, work, committed);
        } finally {
            DatabaseTime.leave();
        }
    }

    private <T> T inTurn(
            Function<WriteTurns, WriteTurns.Turn> take, Work<T> work, Consumer<WriteTurns.Turn> committed) {
        WriteTurns.Turn turn = take.apply(engine.turns());
        try (Handle handle = writers.open()) {
            T result = handle.inTransaction(transaction -> inside(transaction, work));
            committed.accept(turn);
            return result;
        } catch (JdbiException e) {
            throw Refusals.of(e);
        } finally {
            turn.giveBack();
        }
    }

    private <T> T inside(Handle transaction, Work<T> work) {
        AgencyWall.raise(transaction, engine.dialect());
        return work.run(transaction);
    }

    @Override
    public Dialect dialect() {
        return engine.dialect();
    }

    /** Values bound to a statement may be personal; they stay out of messages and logs. */
    private static Jdbi withoutArguments(Jdbi jdbi) {
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }
}
