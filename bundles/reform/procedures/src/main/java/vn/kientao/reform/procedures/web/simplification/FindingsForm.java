package vn.kientao.reform.procedures.web.simplification;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.reform.procedures.domain.simplification.Criterion;
import vn.kientao.reform.procedures.domain.simplification.Opinion;

/** What was found about a procedure, as typed: {@code <criterion>}, {@code <criterion>-note}, {@code proposal}. */
record FindingsForm(Map<Criterion, Opinion> opinions, String proposal) {
    static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_PROPOSAL = 4000;

    FindingsForm {
        opinions = Map.copyOf(opinions);
    }

    static FindingsForm read(Map<String, String> typed, FormErrors errors) {
        Map<Criterion, Opinion> opinions = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            String note = typed.getOrDefault(criterion.word() + "-note", "");
            if (note.length() > LONGEST_NOTE) {
                errors.add(criterion.word() + "-note", ReviewDoor.text("simplification.error.long", LONGEST_NOTE));
            }
            opinions.put(criterion, new Opinion(verdict(typed.getOrDefault(criterion.word(), "")), note));
        }
        String proposal = typed.getOrDefault("proposal", "");
        if (proposal.length() > LONGEST_PROPOSAL) {
            errors.add("proposal", ReviewDoor.text("simplification.error.long", LONGEST_PROPOSAL));
        }
        return new FindingsForm(opinions, proposal);
    }

    private static Opinion.Verdict verdict(String word) {
        return Arrays.stream(Opinion.Verdict.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(Opinion.Verdict.OPEN);
    }
}
