package vn.kientao.reform.procedures.app.dossierimport;

import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import vn.kientao.platform.api.data.Database;

/** A database that counts its statements; a batch is one. */
final class CountedDatabase implements Database {
    private final Database inner;
    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();

    CountedDatabase(Database inner) {
        this.inner = inner;
    }

    int statements() {
        return statements.get();
    }

    int writes() {
        return writes.get();
    }

    @Override
    public <T> T read(Work<T> work) {
        return inner.read(handle -> work.run(watched(handle)));
    }

    @Override
    public <T> T write(Work<T> work) {
        writes.incrementAndGet();
        return inner.write(handle -> work.run(watched(handle)));
    }

    @Override
    public <T> T writeUnsynced(Work<T> work) {
        writes.incrementAndGet();
        return inner.writeUnsynced(handle -> work.run(watched(handle)));
    }

    @Override
    public Dialect dialect() {
        return inner.dialect();
    }

    private Handle watched(Handle handle) {
        handle.getConfig(SqlStatements.class).setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                statements.incrementAndGet();
            }
        });
        return handle;
    }
}
