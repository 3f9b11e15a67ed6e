package vn.kientao.reform.steering.domain.obstacle;

import java.util.Arrays;
import java.util.Optional;

/** Which body is competent to answer (cơ quan có thẩm quyền). */
public enum Body {
    /** Cơ quan cấp trên trực tiếp của cơ quan nêu. */
    SUPERIOR,
    /** Cơ quan chủ trì lĩnh vực (D3). */
    FIELD_LEAD,
    /** Cơ quan thường trực (D4). */
    STANDING_OFFICE,
    /** Cơ quan khác trong tỉnh. */
    OTHER,
    /** Cơ quan ngoài tỉnh: asked by letter; who sent it keeps the answer when it comes. */
    OUTSIDE;

    public static Optional<Body> of(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }

    public String textKey() {
        return "obstacle.body." + name();
    }
}
