package vn.kientao.platform.api.card;

import static java.util.Objects.requireNonNull;

import vn.kientao.platform.api.text.LocalText;

/**
 * One number with its meaning and the list behind it.
 *
 * @param figure already formatted: {@code 12}, {@code 98,5 %}
 * @param words what the figure counts
 * @param address of the list behind it
 * @param order smaller first
 */
public record Card(String figure, LocalText words, Kind kind, String address, int order) {

    /** How urgent it is. */
    public enum Kind {
        /** For information. */
        NEUTRAL,
        /** Somebody should do something. */
        NEED,
        /** Something is overdue. */
        LATE,
        /** All is well. */
        DONE
    }

    public Card {
        requireNonNull(figure, "figure");
        requireNonNull(words, "words");
        requireNonNull(kind, "kind");
        requireNonNull(address, "address");
    }
}
