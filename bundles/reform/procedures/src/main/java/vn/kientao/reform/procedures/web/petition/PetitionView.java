package vn.kientao.reform.procedures.web.petition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of the register. */
public enum PetitionView {
    /** Everything that runs. */
    OPEN(true),
    /** What runs and is late. */
    OVERDUE(true),
    /** What is due within two days, or late. */
    SOON(true),
    /** What has ended. */
    ENDED(false);

    private final boolean running;

    PetitionView(boolean running) {
        this.running = running;
    }

    boolean running() {
        return running;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PetitionView> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
