package vn.kientao.reform.steering.domain.programme;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of documents from which tasks come. */
public enum DocumentKind {
    /** Nghị quyết. */
    RESOLUTION,
    /** Quyết định. */
    DECISION,
    /** Chỉ thị. */
    DIRECTIVE,
    /** Chương trình. */
    PROGRAMME,
    /** Kế hoạch. */
    PLAN,
    /** Thông báo kết luận. */
    CONCLUSION,
    /** Công văn. */
    LETTER;

    public static Optional<DocumentKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(word)).findFirst();
    }

    public String textKey() {
        return "programme.kind." + name();
    }
}
