package vn.kientao.platform.console;

import vn.kientao.platform.api.data.Database;

/** Runs work without a handle, for what only passes it on. */
final class NoDatabase implements Database {
    @Override
    @SuppressWarnings("NullAway")
    public <T> T read(Work<T> work) {
        return work.run(null);
    }

    @Override
    @SuppressWarnings("NullAway")
    public <T> T write(Work<T> work) {
        return work.run(null);
    }

    @Override
    public Dialect dialect() {
        return Dialect.H2;
    }
}
