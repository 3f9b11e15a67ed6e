package vn.kientao.platform.data;

/** For a server that orders writes and makes commits durable by itself; only refuses nested writes. */
final class FreeTurns implements WriteTurns {
    private final OnePerThread onePerThread = new OnePerThread();

    @Override
    public Turn take() {
        onePerThread.enter();
        return new FreeTurn();
    }

    @Override
    public Turn takeBehindOthers() {
        return take();
    }

    private final class FreeTurn implements Turn {
        private boolean given;

        @Override
        public void committed() {}

        @Override
        public void committedUnsynced() {}

        @Override
        public void giveBack() {
            if (!given) {
                given = true;
                onePerThread.leave();
            }
        }
    }
}
