package vn.kientao.platform.data;

/** What is done with the database when it has been opened, before anybody may use it. */
public interface OpeningStep {

    /**
     * Does it, alone with the database.
     *
     * @throws RuntimeException when the platform may not start on this database; the message says why in one sentence
     */
    void take(Engine engine);
}
