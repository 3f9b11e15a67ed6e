package vn.kientao.reform.steering.domain.obstacle;

import java.util.Arrays;
import java.util.Optional;

/** Why something does not go on (nguyên nhân), for the roll-up. */
public enum ObstacleCause {
    /** Quy định của pháp luật. */
    LAW,
    /** Quy trình, thủ tục. */
    PROCESS,
    /** Phối hợp giữa các cơ quan. */
    COORDINATION,
    /** Tổ chức, nhân lực. */
    PEOPLE,
    /** Kinh phí, cơ sở vật chất. */
    MONEY,
    /** Công nghệ, dữ liệu. */
    TECHNOLOGY,
    /** Nguyên nhân khác. */
    OTHER;

    public static Optional<ObstacleCause> of(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }

    public String textKey() {
        return "obstacle.cause." + name();
    }
}
