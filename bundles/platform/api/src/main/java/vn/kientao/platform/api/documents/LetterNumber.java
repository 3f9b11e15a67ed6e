package vn.kientao.platform.api.documents;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * Number and symbol of a document (số, ký hiệu): {@code 07/BC-STP}. Numbers below 10 get a zero (Decree 30/2020/NĐ-CP,
 * Annex I, part I, section II, 3).
 *
 * @param number from 1 each year, in the register of the body and kind
 * @param symbol the kind's abbreviation and the body's: {@code BC-STP}
 */
public record LetterNumber(int number, String symbol) {
    public LetterNumber {
        requireNonNull(symbol, "symbol");
        if (number < 1 || symbol.isBlank()) {
            throw new IllegalArgumentException(
                    "a document has a number from 1 and a symbol, not " + number + " " + symbol);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%02d/%s", number, symbol);
    }
}
