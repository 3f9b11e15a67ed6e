package vn.kientao.platform.data;

/**
 * Decides when a write transaction may run and when its outcome is durable. All writes go through here: transactions,
 * migrations, and the connections of the libraries that bring their own SQL.
 */
public interface WriteTurns {

    /**
     * Waits for a turn to write.
     *
     * @throws IllegalStateException when this thread has a turn already
     * @throws vn.kientao.platform.api.data.DatabaseException when the thread is interrupted while it waits, or the
     *     database no longer accepts writes
     */
    Turn take();

    /**
     * Like {@link #take}, for long work of many turns that nobody waits for: whoever else waits for a turn goes first.
     *
     * @throws IllegalStateException when this thread has a turn already
     * @throws vn.kientao.platform.api.data.DatabaseException when the thread is interrupted while it waits, or the
     *     database no longer accepts writes
     */
    Turn takeBehindOthers();

    /** A turn to write; one thread takes it and gives it back. */
    interface Turn {

        /** Tells that something was committed in this turn and must last before anybody hears of it. */
        void committed();

        /**
         * Tells that something was committed in this turn that nobody waits for: it is durable soon, at the latest with the
         * next commit that somebody waits for, and a crash may take it back.
         */
        void committedUnsynced();

        /**
         * Gives the turn back and returns when everything committed in it is durable. Giving it back twice does
         * nothing.
         *
         * @throws vn.kientao.platform.api.data.DatabaseException when it could not be made durable
         */
        void giveBack();
    }
}
