package vn.kientao.reform.steering.domain.obstacle;

import java.util.Arrays;
import java.util.Optional;
import vn.kientao.reform.steering.domain.setting.SettingName;

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

    /** The setting with the working days until the answer. */
    public SettingName setting() {
        return switch (this) {
            case URGENT -> SettingName.ANSWER_URGENT;
            case ORDINARY -> SettingName.ANSWER_ORDINARY;
            case COMPLEX -> SettingName.ANSWER_COMPLEX;
        };
    }

    public String textKey() {
        return "obstacle.urgency." + name();
    }
}
