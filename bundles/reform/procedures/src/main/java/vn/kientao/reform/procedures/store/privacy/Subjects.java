package vn.kientao.reform.procedures.store.privacy;

import java.util.Optional;

/** How people and their records are looked for. */
final class Subjects {
    private static final String NOBODY = "-";
    private static final int LONGEST = 18;

    private Subjects() {}

    /** What is known of a person, or a word that is nobody's: an empty one would find everybody who gave none. */
    static String known(String value) {
        return value.isEmpty() ? NOBODY : value;
    }

    /** The id at the end of a record's name. */
    static Optional<Long> idOf(String record) {
        String digits = record.substring(record.lastIndexOf('-') + 1);
        return digits.matches("\\d{1," + LONGEST + "}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }
}
