package vn.kientao.reform.procedures.web.bulk;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.procedures.app.dossier.Dossiers.Followed;
import vn.kientao.reform.procedures.domain.bulk.BulkRow.Outcome;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.web.dossier.Words;

/**
 * What would become of a dossier.
 *
 * @param found the dossier; empty when the agency has none under the code
 * @param next the state that it would reach; empty when the action is not taken
 * @param outcome what the row would say
 * @param why the state, or why not
 */
record Prospect(Chosen chosen, Optional<Followed> found, Optional<DossierStatus> next, Outcome outcome, LocalText why) {
    Prospect {
        requireNonNull(chosen, "chosen");
        requireNonNull(found, "found");
        requireNonNull(next, "next");
        requireNonNull(outcome, "outcome");
        requireNonNull(why, "why");
    }

    static Prospect reaches(Chosen chosen, Followed found, DossierStatus next) {
        return new Prospect(chosen, Optional.of(found), Optional.of(next), Outcome.DONE, Words.text(next.textKey()));
    }

    static Prospect refused(Chosen chosen, Optional<Followed> found, LocalText why) {
        return new Prospect(chosen, found, Optional.empty(), Outcome.REFUSED, why);
    }

    /** Nothing is left to do, or somebody else was there before. */
    static Prospect settled(Chosen chosen, Followed found, Outcome outcome, LocalText why) {
        return new Prospect(chosen, Optional.of(found), Optional.empty(), outcome, why);
    }

    boolean allowed() {
        return next.isPresent();
    }
}
