package vn.kientao.reform.procedures.app.petition;

import java.time.LocalDateTime;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.reform.procedures.domain.petition.PetitionRule;
import vn.kientao.reform.procedures.store.petition.PetitionClocks;
import vn.kientao.reform.procedures.store.petition.PetitionRules;

/** Counts the clocks of a petition from the moment at which a register took it in, by the rules in force then. */
final class PetitionCounting {
    private final Deadlines deadlines;
    private final PetitionRules rules;

    PetitionCounting(Deadlines deadlines, PetitionRules rules) {
        this.deadlines = deadlines;
        this.rules = rules;
    }

    /** @throws IllegalStateException when no clock is in force */
    PetitionClocks from(Handle handle, LocalDateTime at) {
        PetitionRule forward = rule(handle, "forward", at);
        PetitionRule answer = rule(handle, "answer", at);
        PetitionRule update = rule(handle, "update", at);
        return new PetitionClocks(
                deadlines.due(at, forward.limit(), Deadlines.Reading.CIVIL_CODE).due(),
                deadlines.due(at, answer.limit(), Deadlines.Reading.CIVIL_CODE).due(),
                update.limit().amount(),
                String.join("; ", forward.legalBasis(), answer.legalBasis(), update.legalBasis()));
    }

    private PetitionRule rule(Handle handle, String code, LocalDateTime at) {
        return rules.on(handle, code, at.toLocalDate())
                .orElseThrow(() -> new IllegalStateException(
                        "no rule '" + code + "' in force on " + at.toLocalDate() + " in procedures.petition_rule"));
    }
}
