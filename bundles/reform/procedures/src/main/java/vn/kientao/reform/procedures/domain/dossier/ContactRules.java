package vn.kientao.reform.procedures.domain.dossier;

import java.util.Optional;
import java.util.regex.Pattern;

/** How an applicant's number, phone and address for letters must look, wherever they come from. */
public final class ContactRules {
    /** Stands where a dossier of before has no phone number; no four digits, so nobody can follow it by guessing. */
    public static final String NO_PHONE = "(không có)";

    private static final Pattern NOT_PHONE = Pattern.compile("[\\s.()-]");
    private static final Pattern PHONE = Pattern.compile("0\\d{9,10}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern ID_NUMBER = Pattern.compile("[0-9A-Za-z/]{8,30}");
    private static final Pattern CITIZEN_ID = Pattern.compile("\\d{9}|\\d{12}");

    private ContactRules() {}

    /** A Vietnamese phone number, as digits with a leading 0; empty when it is none. */
    public static Optional<String> phone(String typed) {
        String digits = NOT_PHONE.matcher(typed).replaceAll("");
        String national = digits.startsWith("+84") ? "0" + digits.substring("+84".length()) : digits;
        return Optional.of(national).filter(number -> PHONE.matcher(number).matches());
    }

    public static boolean email(String typed) {
        return EMAIL.matcher(typed).matches();
    }

    /** A citizen's id number: 12 digits, or 9 of the older card; spaces do not matter. Empty when it is none. */
    public static Optional<String> citizenId(String typed) {
        String digits = typed.replace(" ", "");
        return Optional.of(digits).filter(number -> CITIZEN_ID.matcher(number).matches());
    }

    /** The number of a citizen, passport or organisation, without spaces; empty when it cannot be one. */
    public static Optional<String> idNumber(String typed) {
        String number = NOT_PHONE.matcher(typed).replaceAll("");
        return Optional.of(number).filter(one -> ID_NUMBER.matcher(one).matches());
    }
}
