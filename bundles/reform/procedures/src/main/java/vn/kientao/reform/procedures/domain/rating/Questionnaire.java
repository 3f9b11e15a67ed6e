package vn.kientao.reform.procedures.domain.rating;

import java.util.List;
import java.util.Optional;

/**
 * What is asked on a day.
 *
 * @param questions the overall one first
 * @param levels best first
 */
public record Questionnaire(List<Question> questions, List<Level> levels) {
    public Questionnaire {
        questions = List.copyOf(questions);
        levels = List.copyOf(levels);
    }

    /** The contents that may be rated beside the whole. */
    public List<Question> contents() {
        return questions.stream().filter(question -> !question.overall()).toList();
    }

    public Optional<Level> level(String number) {
        return levels.stream()
                .filter(level -> number.equals("" + level.number()))
                .findFirst();
    }

    public Optional<Level> level(int number) {
        return level("" + number);
    }
}
