package vn.kientao.reform.procedures.app.dossier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The views of an agency's dossiers, most urgent first. */
public enum DossierView {
    /** Quá hạn. */
    OVERDUE,
    /** Đến hạn hôm nay. */
    TODAY,
    /** Sắp đến hạn: from tomorrow to the end of the second working day. */
    SOON,
    /** Đang chờ: bổ sung, nghĩa vụ tài chính, or paused otherwise: the clock stands still. */
    WAITING,
    /** Đang giải quyết: all whose result is owed. */
    OPEN,
    /** Đã kết thúc: result ready, handed over. */
    FINISHED;

    /** Its word in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DossierView> of(String word) {
        return Arrays.stream(values()).filter(view -> view.word().equals(word)).findFirst();
    }
}
