package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalTime;

/**
 * What a rule set says beside how days are counted. The figures are rows, never constants: the defaults of the table are
 * those of Decree 61/2018/NĐ-CP.
 *
 * @param supplement what a supplement does to the clock (Article 19(4) restarts it; systems in use pause it)
 * @param transferCutOff what is received later may be passed on at the beginning of the next working day (Article 18)
 * @param noticeDays working days from receipt within which a dossier may be found insufficient (Article 19(4))
 * @param mostSupplements how often a supplement may be asked for (Articles 11(2)c, 15(3))
 * @param apologyDays how many days before the due date an apology is due at the latest (Article 19(9))
 * @param mostReAppointments how often another date may be promised (Article 19(9))
 * @param reviewHours working hours within which what came online is looked at
 * @param paymentPauses whether the clock stands still while a financial duty is open
 */
public record RuleSettings(
        Supplement supplement,
        LocalTime transferCutOff,
        int noticeDays,
        int mostSupplements,
        int apologyDays,
        int mostReAppointments,
        int reviewHours,
        boolean paymentPauses) {

    /** What a supplement does to the clock. */
    public enum Supplement {
        /** Tính lại từ đầu: the full limit counts from the complete dossier. */
        RESTART,
        /** Tạm dừng: what was left runs on. */
        PAUSE
    }

    /** Those of Decree 61/2018/NĐ-CP, for a rule of which nothing else is known. */
    public static final RuleSettings OF_DECREE_61 =
            new RuleSettings(Supplement.RESTART, LocalTime.of(15, 0), 3, 1, 1, 1, 8, true);

    public RuleSettings {
        requireNonNull(supplement, "supplement");
        requireNonNull(transferCutOff, "transferCutOff");
        if (noticeDays < 0 || mostSupplements < 0 || apologyDays < 0 || mostReAppointments < 0 || reviewHours < 0) {
            throw new IllegalArgumentException("settings " + noticeDays + ", " + mostSupplements + ", " + apologyDays
                    + ", " + mostReAppointments + ", " + reviewHours + " (expected: all >= 0)");
        }
    }
}
