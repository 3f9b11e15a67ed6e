package vn.kientao.platform.api.documents;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What stands above the title of a letter, beside the national title and motto.
 *
 * @param parent the superior body; may be empty
 * @param agency the body that issues the letter
 * @param unit the part of it that does, such as its one-stop desk; may be empty
 * @param reference what names the letter, in full: {@code Số: 07/BC-STP}, {@code Mã hồ sơ: …}; may be empty
 * @param about the subject of a letter without a title (công văn), after "V/v"; may be empty
 * @param place where it is issued
 * @param qr what the QR code beside it holds; empty for none
 */
public record LetterHead(
        String parent,
        String agency,
        String unit,
        String reference,
        String about,
        String place,
        LocalDate day,
        String qr) {
    private static final int LAST_MONTH_WITH_ZERO = 2;

    public LetterHead {
        requireNonNull(parent, "parent");
        requireNonNull(agency, "agency");
        requireNonNull(unit, "unit");
        requireNonNull(reference, "reference");
        requireNonNull(about, "about");
        requireNonNull(place, "place");
        requireNonNull(day, "day");
        requireNonNull(qr, "qr");
    }

    /** {@code Cà Mau, ngày 09 tháng 02 năm 2026}. */
    public String placeAndDay() {
        return place + ", " + longDay(day);
    }

    /**
     * {@code ngày 09 tháng 02 năm 2026}: days below 10 and the months 1 and 2 get a zero, no other month does (Decree
     * 30/2020/NĐ-CP, Annex I, part I, section II, 4).
     */
    public static String longDay(LocalDate day) {
        String month =
                day.getMonthValue() <= LAST_MONTH_WITH_ZERO ? "0" + day.getMonthValue() : "" + day.getMonthValue();
        return String.format(Locale.ROOT, "ngày %02d tháng %s năm %d", day.getDayOfMonth(), month, day.getYear());
    }
}
