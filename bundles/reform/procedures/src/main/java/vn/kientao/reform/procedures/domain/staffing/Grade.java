package vn.kientao.reform.procedures.domain.staffing;

import java.util.Arrays;
import java.util.Optional;

/** Civil-service grades (ngạch công chức) from the lowest. */
public enum Grade {
    /** Nhân viên. */
    EMPLOYEE,
    /** Cán sự. */
    CLERK,
    /** Chuyên viên. */
    SPECIALIST,
    /** Chuyên viên chính. */
    PRINCIPAL,
    /** Chuyên viên cao cấp. */
    SENIOR;

    public static Optional<Grade> of(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }

    /** The text key of its name. */
    public String textKey() {
        return "staffing.grade." + name();
    }
}
