package vn.kientao.reform.procedures.domain;

import java.util.Arrays;
import java.util.Optional;

/** The level of government that carries a procedure out (cấp thực hiện). */
public enum Level {
    /** A ministry or a body of the same rank. */
    MINISTRY("Cấp bộ"),
    /** A province: its People's Committee and departments. */
    PROVINCE("Cấp tỉnh"),
    /** A district; abolished on 1 July 2025, still met in older records. */
    DISTRICT("Cấp huyện"),
    /** A commune, ward or special zone. */
    COMMUNE("Cấp xã"),
    /** Any other body: a court, an embassy, a public bank. */
    OTHER("Cơ quan khác");

    private final String published;

    Level(String published) {
        this.published = published;
    }

    /** Finds the level that the national database writes as {@code text}, whatever its case. */
    public static Optional<Level> of(String text) {
        return Arrays.stream(values())
                .filter(level -> level.published.equalsIgnoreCase(text))
                .findFirst();
    }
}
