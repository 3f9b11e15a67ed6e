package vn.kientao.platform.web.http;

import java.util.Locale;
import java.util.Optional;
import vn.kientao.platform.api.text.TextBundle;

/** Which of the two languages a reader gets. */
public final class Languages {
    private Languages() {}

    /** The language that {@code tag} names; empty when it is neither {@code vi} nor {@code en}. */
    public static Optional<Locale> named(String tag) {
        if (tag.equals("vi")) {
            return Optional.of(TextBundle.VIETNAMESE);
        }
        return tag.equals("en") ? Optional.of(TextBundle.ENGLISH) : Optional.empty();
    }

    /** English when the browser asks for English before Vietnamese; Vietnamese in every other case. */
    public static Locale accepted(String header) {
        double vietnamese = 0;
        double english = 0;
        for (String range : header.split(",")) {
            String[] parts = range.strip().toLowerCase(Locale.ROOT).split(";\\s*q=");
            double weight = parts.length > 1 ? weight(parts[1]) : 1;
            if (parts[0].equals("vi") || parts[0].startsWith("vi-")) {
                vietnamese = Math.max(vietnamese, weight);
            } else if (parts[0].equals("en") || parts[0].startsWith("en-")) {
                english = Math.max(english, weight);
            }
        }
        return english > vietnamese ? TextBundle.ENGLISH : TextBundle.VIETNAMESE;
    }

    private static double weight(String written) {
        try {
            return Double.parseDouble(written.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
