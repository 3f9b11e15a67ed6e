package vn.kientao.reform.procedures.domain.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The nine indices (chỉ số đánh giá) of Circular 01/2018/TT-VPCP, Article 13, by their numbers. */
public enum QualityIndex {
    /** Thời gian giải quyết: 2 early, 1 on time, 0 late. */
    TOTAL_TIME(1, true),
    /** Thời gian giải quyết của từng cơ quan: by the due date that the agency itself had. */
    OWN_TIME(2, true),
    /** Số lần liên hệ với nơi tiếp nhận để hoàn thiện hồ sơ: 2 none, 1 once, 0 more often. */
    CONTACTS(3, true),
    /** Số cơ quan phải liên hệ: 2 none, 1 the one-stop, 0 more. */
    BODIES(4, true),
    /** Thực hiện tại Bộ phận Một cửa: by the share settled on the spot. */
    ON_THE_SPOT(5, false),
    /** Công khai thủ tục: 2 posted and electronic, 1 one of both. */
    PUBLICITY(6, false),
    /** Thái độ phục vụ: 2 early and no complaint, 1 on time, 0 complaint. */
    ATTITUDE(7, true),
    /** Tiếp thu, xử lý phản ánh, kiến nghị. */
    PETITIONS(8, false),
    /** Dịch vụ công trực tuyến. */
    ONLINE(9, false);

    /** The highest points that a dossier gets by an index. */
    public static final int MOST = 2;

    private final int number;
    private final boolean staff;

    QualityIndex(int number, boolean staff) {
        this.number = number;
        this.staff = staff;
    }

    public int number() {
        return number;
    }

    public static Optional<QualityIndex> of(int number) {
        return Arrays.stream(values()).filter(one -> one.number == number).findFirst();
    }

    /** The five by which officers are rated: 1, 2, 3, 4 and 7. */
    public static List<QualityIndex> ofStaff() {
        return Arrays.stream(values()).filter(one -> one.staff).toList();
    }

    /** Whether only those who were served know it: what they answer counts, and no event of a dossier does. */
    public boolean fromRatings() {
        return this == BODIES || this == PUBLICITY;
    }

    /** The text key of where its numbers come from. */
    public String sourceKey() {
        return "quality.source." + number;
    }

    /** The text key of its name. */
    public String textKey() {
        return "quality.index." + number;
    }
}
