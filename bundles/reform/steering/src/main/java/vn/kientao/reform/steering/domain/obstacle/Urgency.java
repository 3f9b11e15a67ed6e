package vn.kientao.reform.steering.domain.obstacle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The class that decides how long an answer may take (phân loại). How many working days that is, a dated setting says. */
public enum Urgency {
    /** Khẩn: work stands still. */
    URGENT,
    /** Thông thường. */
    ORDINARY,
    /** Phức tạp: several agencies or a change of rules. */
    COMPLEX;

    public static Optional<Urgency> of(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }

    /** Name of the setting with the working days until the answer. */
    public String setting() {
        return "obstacle.answer-days." + name().toLowerCase(Locale.ROOT);
    }

    public String textKey() {
        return "obstacle.urgency." + name();
    }
}
