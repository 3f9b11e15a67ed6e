package vn.kientao.reform.procedures.app.privacy;

import java.util.Map;
import vn.kientao.platform.api.text.TextBundle;

/** Whether new values of fields can be taken: the same rules wherever the field is kept. */
final class Corrections {
    private static final TextBundle TEXTS = TextBundle.of(Corrections.class);

    private Corrections() {}

    /** @throws IllegalArgumentException naming the field and the value that cannot be taken */
    static void check(Map<String, String> values) {
        values.forEach(Corrections::check);
    }

    private static void check(String field, String value) {
        boolean fits = switch (field) {
            case "name" -> !value.isBlank() && value.length() <= 200;
            case "idNumber" -> value.matches("[0-9A-Za-z./-]{0,60}");
            case "phone" -> value.matches("0\\d{9,10}");
            case "email" -> value.isEmpty() || (value.length() <= 200 && value.matches("[^@\\s]+@[^@\\s]+"));
            case "address", "ownerAddress" -> value.length() <= 500;
            case "ownerName" -> value.length() <= 200;
            case "remark" -> value.length() <= 1000;
            default -> false;
        };
        if (!fits) {
            throw new IllegalArgumentException(
                    TEXTS.text("privacy.field." + field).vi() + ": " + value);
        }
    }
}
