package vn.kientao.reform.procedures.web.rating;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.reform.procedures.domain.rating.Answers;
import vn.kientao.reform.procedures.domain.rating.Level;
import vn.kientao.reform.procedures.domain.rating.Question;
import vn.kientao.reform.procedures.domain.rating.Questionnaire;
import vn.kientao.reform.procedures.web.dossier.Checks;
import vn.kientao.reform.procedures.web.dossier.Words;

/** Reads a rating: the overall level must be there, everything else may. */
final class RateForm {
    private static final int LONGEST_REMARK = 1000;

    private RateForm() {}

    static Optional<Answers> read(Questionnaire asked, Map<String, String> values, FormErrors errors) {
        Optional<Level> overall = asked.level(values.getOrDefault("overall", ""));
        if (overall.isEmpty()) {
            errors.add("overall", Words.text("rating.error.overall"));
        }
        Map<Long, Integer> contents = new HashMap<>();
        for (Question question : asked.contents()) {
            String given = values.getOrDefault(question.field(), "");
            Optional<Level> level = asked.level(given);
            if (!given.isEmpty() && level.isEmpty()) {
                errors.add(question.field(), Words.text("rating.error.level", given));
            }
            level.ifPresent(one -> contents.put(question.id(), one.number()));
        }
        String remark = new Checks(errors, "rating.field.")
                .optional("remark", values.getOrDefault("remark", ""), LONGEST_REMARK);
        return overall.filter(level -> errors.isEmpty()).map(level -> new Answers(level.number(), contents, remark));
    }
}
