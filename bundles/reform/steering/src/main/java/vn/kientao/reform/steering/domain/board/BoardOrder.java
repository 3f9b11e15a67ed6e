package vn.kientao.reform.steering.domain.board;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which order agencies stand on a dashboard, the worst first. */
public enum BoardOrder {
    /** Most tasks overdue first. */
    OVERDUE,
    /** Most tasks done late first. */
    LATE,
    /** Lowest completion rate first; those without one last. */
    RATE;

    public static Optional<BoardOrder> of(String word) {
        return Arrays.stream(values())
                .filter(order -> order.word().equals(word))
                .findFirst();
    }

    /** Its name in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String textKey() {
        return "board.order." + name();
    }

    /** Where a page of agencies begins: behind this one. */
    public record Key(long value, String agency) {}
}
