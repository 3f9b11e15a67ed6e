package vn.kientao.platform.web.door;

/** Who is told which requests modules have under way. */
interface Watch {
    /** Nobody looks. */
    Watch NONE = new Watch() {
        @Override
        public void add(UnderWay request) {}

        @Override
        public void remove(UnderWay request) {}
    };

    void add(UnderWay request);

    void remove(UnderWay request);

    /** A request that a module is at work on. */
    interface UnderWay {
        /** Whether it has been at work for longer than {@code nanos} without beginning to answer. */
        boolean tooLong(long nanos, long now);

        /** Tells the release what it has allocated since it was told last. */
        void tellAllocation();

        /** Answers in the module's place, unless it has begun to answer meanwhile. */
        void answerInPlace();
    }
}
