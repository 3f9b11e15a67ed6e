package vn.kientao.reform.procedures.web.rating;

import java.util.List;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.rating.Level;
import vn.kientao.reform.procedures.domain.rating.Questionnaire;
import vn.kientao.reform.procedures.domain.rating.Rating;

/** One rating with its answers, and what moderators did. */
public record RatingView(FormView form, Rating rating, Questionnaire asked) {

    public Page page() {
        return form.page();
    }

    public String at() {
        return Formats.time(rating.at());
    }

    /** Question and answer, in the order of the questionnaire. */
    public List<Answer> answers() {
        return asked.questions().stream()
                .filter(question ->
                        question.overall() || rating.answers().contents().containsKey(question.id()))
                .map(question -> new Answer(
                        page().texts().get(question.name()),
                        level(
                                question.overall()
                                        ? rating.answers().overall()
                                        : rating.answers().contents().getOrDefault(question.id(), 0))))
                .toList();
    }

    private String level(int number) {
        return asked.level(number).map(Level::name).map(page().texts()::get).orElse("" + number);
    }

    /** Whether the reader may see the remark as it was written. */
    public boolean readable() {
        return !rating.hidden() || moderator();
    }

    public boolean moderator() {
        return page().can(RatingPermissions.MODERATE);
    }

    /** An answer in words. */
    public record Answer(String question, String level) {}
}
