package vn.kientao.reform.steering.domain.obstacle;

import java.util.Arrays;
import java.util.Optional;

/** What is raised (D2.5). */
public enum ObstacleKind {
    /** Khó khăn, vướng mắc. */
    OBSTACLE,
    /** Kiến nghị, đề xuất. */
    PROPOSAL,
    /** Quy định chưa phù hợp. */
    RULE;

    public static Optional<ObstacleKind> of(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }

    public String textKey() {
        return "obstacle.kind." + name();
    }
}
