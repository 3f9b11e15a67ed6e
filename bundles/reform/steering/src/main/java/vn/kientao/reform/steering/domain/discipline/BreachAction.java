package vn.kientao.reform.steering.domain.discipline;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be done to a recorded breach, and in which states. */
public enum BreachAction {
    /** Ghi nhận. */
    RECORD(EnumSet.noneOf(BreachState.class)),
    /** Yêu cầu giải trình. */
    ASK(EnumSet.of(BreachState.RECORDED)),
    /** Ghi giải trình. */
    EXPLAIN(EnumSet.of(BreachState.RECORDED, BreachState.ASKED)),
    /** Xử lý: says what followed. */
    CLOSE(EnumSet.of(BreachState.RECORDED, BreachState.ASKED, BreachState.EXPLAINED));

    private final Set<BreachState> from;

    BreachAction(EnumSet<BreachState> from) {
        this.from = Set.copyOf(from);
    }

    public static Optional<BreachAction> of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word().equals(word))
                .findFirst();
    }

    /** Its name in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean possible(BreachState state) {
        return from.contains(state);
    }

    public String textKey() {
        return "discipline.action." + name();
    }
}
