package vn.kientao.platform.privacy.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What was decided on a request. */
public enum Decision {
    NONE,
    /** Chấp nhận. */
    GRANTED,
    /** Chấp nhận một phần. */
    PARTLY,
    /** Từ chối. */
    REFUSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A decision that can be made. */
    public static Optional<Decision> of(String word) {
        return Arrays.stream(values())
                .filter(decision -> decision != NONE && decision.word().equals(word))
                .findFirst();
    }
}
