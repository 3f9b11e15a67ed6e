package vn.kientao.platform.privacy.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody wants of those who keep their data (quyền của chủ thể dữ liệu cá nhân: Luật 91/2025/QH15, Điều 4). */
public enum RequestKind {
    /** Xem, cung cấp dữ liệu. */
    ACCESS,
    /** Chỉnh sửa. */
    RECTIFY,
    /** Xoá. */
    ERASE,
    /** Phản đối, hạn chế xử lý, rút lại sự đồng ý. */
    OBJECT;

    /** Its word in forms, addresses and text keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RequestKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
