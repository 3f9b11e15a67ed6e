package vn.kientao.reform.procedures.domain.report;

import java.util.Map;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

/** Under what a dossier is counted at the end of a period: each under exactly one. */
public enum Heading {
    /** Đã giải quyết. */
    SETTLED,
    /** Đang giải quyết. */
    PROCESS,
    /** Tạm dừng: somebody else's turn, or stopped for good in this period. */
    PAUSED,
    /** Không tiếp nhận. */
    REJECTED;

    /** The heading of a dossier that has not ended (national list of states: 5 and 6 are paused). */
    public static Heading ofOpen(DossierStatus status) {
        return status == DossierStatus.SUPPLEMENT_ASKED || status == DossierStatus.PAYMENT_ASKED ? PAUSED : PROCESS;
    }

    /** Under which heading each kind of end is counted, by the number of its state: rows of a period. */
    public record Ends(Map<Integer, Heading> headings) {
        public Ends {
            headings = Map.copyOf(headings);
        }

        /** Settled where no row says otherwise, so that nothing is lost from a report. */
        public Heading of(DossierStatus status) {
            return headings.getOrDefault(status.number(), SETTLED);
        }
    }
}
