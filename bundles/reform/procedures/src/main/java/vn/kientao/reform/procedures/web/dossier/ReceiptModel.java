package vn.kientao.reform.procedures.web.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.Owner;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;

/**
 * Mẫu số 01 (Giấy tiếp nhận hồ sơ và hẹn trả kết quả) of Circular 01/2018/TT-VPCP.
 *
 * @param texts Vietnamese, whatever the reader's language
 * @param parent name of the superior body; may be empty
 * @param agency name of the receiving agency
 * @param qr the QR code of the tracking address, as an image address
 * @param tracking the address of the tracking page, to be typed
 */
public record ReceiptModel(Texts texts, Dossier dossier, String parent, String agency, String qr, String tracking) {

    public List<ReceivedPaper> papers() {
        return dossier.submission().papers().stream()
                .filter(ReceivedPaper::received)
                .toList();
    }

    /** Capitals, as names of bodies stand on paper. */
    public String capitals(String name) {
        return name.toUpperCase(Locale.forLanguageTag("vi"));
    }

    /** "ngày 09 tháng 02 năm 2026": days below 10 and the months 1 and 2 get a zero (Decree 30/2020/NĐ-CP, Annex I). */
    public String longDate() {
        LocalDate day = dossier.receivedAt().toLocalDate();
        String month = day.getMonthValue() <= 2 ? "0" + day.getMonthValue() : "" + day.getMonthValue();
        return texts.get("paper.date", two(day.getDayOfMonth()), month, "" + day.getYear());
    }

    public String received() {
        return hour(dossier.receivedAt());
    }

    public String due() {
        return hour(dossier.appointment().due());
    }

    public String limit() {
        Appointment appointment = dossier.appointment();
        return appointment instanceof Appointment.Counted counted
                ? DueView.limit(counted.limit(), texts)
                : appointment.limitText();
    }

    public String ownerName() {
        return dossier.submission().owner().map(Owner::name).orElse("");
    }

    public String ownerAddress() {
        return dossier.submission().owner().map(Owner::address).orElse("");
    }

    public String officer() {
        return dossier.events().get(0).who();
    }

    private String hour(LocalDateTime time) {
        return texts.get(
                "paper.time",
                two(time.getHour()),
                two(time.getMinute()),
                two(time.getDayOfMonth()),
                two(time.getMonthValue()),
                "" + time.getYear());
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
