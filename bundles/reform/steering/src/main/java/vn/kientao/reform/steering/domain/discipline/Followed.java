package vn.kientao.reform.steering.domain.discipline;

import java.util.Arrays;
import java.util.Optional;

/** What followed a late or missed duty. */
public enum Followed {
    /** Chưa xử lý. */
    NOTHING_YET,
    /** Nhắc nhở. */
    REMINDER,
    /** Phê bình. */
    CRITICISM,
    /** Xử lý theo quy định của pháp luật về kỷ luật cán bộ, công chức, viên chức. */
    BY_LAW,
    /** Không vi phạm: the explanation was accepted. */
    ACCEPTED;

    public static Optional<Followed> of(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }

    public String textKey() {
        return "discipline.followed." + name();
    }
}
