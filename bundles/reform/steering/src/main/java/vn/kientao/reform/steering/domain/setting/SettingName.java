package vn.kientao.reform.steering.domain.setting;

import java.util.Arrays;
import java.util.Optional;

/** The settings of the module: what each may be, and in what it is measured. */
public enum SettingName {
    /** Share of the agencies that are inspected in a year. */
    WANTED_SHARE("inspection.wanted-share", Shape.NUMBER, 1, 100, Unit.PERCENT),
    /** From the notice of a conclusion until its remedy is reported. */
    REMEDY_DAYS("inspection.remedy-days", Shape.NUMBER, 1, 365, Unit.DAY),
    /** How long before its term a task is brought to mind. */
    REMIND_DAYS("task.remind-days", Shape.NUMBERS, 1, 90, Unit.DAY),
    /** How late a task is when the head of its lead is told. */
    ESCALATE_HEAD("task.escalate-head-days", Shape.NUMBER, 1, 365, Unit.DAY),
    /** How late a task is when the chairman is told. */
    ESCALATE_CHAIRMAN("task.escalate-chairman-days", Shape.NUMBER, 1, 365, Unit.DAY),
    /** 1 when more time may be asked for after the term, 0 when it may not. */
    EXTENSION_AFTER_TERM("task.extension-after-term", Shape.YES_OR_NO, 0, 1, Unit.NONE),
    /** From the raising of an obstacle until it is classified. */
    CLASSIFY_DAYS("obstacle.classify-days", Shape.NUMBER, 1, 60, Unit.WORKING_DAY),
    /** From the raising of an obstacle until its answer, by its class. */
    ANSWER_URGENT("obstacle.answer-days.urgent", Shape.NUMBER, 1, 250, Unit.WORKING_DAY),
    ANSWER_ORDINARY("obstacle.answer-days.ordinary", Shape.NUMBER, 1, 250, Unit.WORKING_DAY),
    ANSWER_COMPLEX("obstacle.answer-days.complex", Shape.NUMBER, 1, 250, Unit.WORKING_DAY),
    /** The body above the agencies, on letters. */
    LETTER_PARENT("letter.parent", Shape.WORDS, 1, 200, Unit.NONE),
    /** Where letters are written. */
    LETTER_PLACE("letter.place", Shape.WORDS, 1, 60, Unit.NONE);

    /** How many numbers {@link Shape#NUMBERS} may be. */
    public static final int MOST_NUMBERS = 10;

    private final String word;
    private final Shape shape;
    private final int least;
    private final int most;
    private final Unit unit;

    SettingName(String word, Shape shape, int least, int most, Unit unit) {
        this.word = word;
        this.shape = shape;
        this.least = least;
        this.most = most;
        this.unit = unit;
    }

    /** What the value of a setting is. */
    public enum Shape {
        NUMBER,
        /** Several numbers, joined by commas. */
        NUMBERS,
        /** 1 or 0. */
        YES_OR_NO,
        WORDS
    }

    /** What numbers count. */
    public enum Unit {
        PERCENT,
        DAY,
        WORKING_DAY,
        NONE
    }

    public static Optional<SettingName> of(String word) {
        return Arrays.stream(values()).filter(name -> name.word.equals(word)).findFirst();
    }

    /** {@code <feature>.<word>}: its name in the table and in addresses. */
    public String word() {
        return word;
    }

    /** What it belongs to: {@code inspection}, {@code task}, {@code obstacle}, {@code letter}. */
    public String feature() {
        return word.substring(0, word.indexOf('.'));
    }

    public Shape shape() {
        return shape;
    }

    /** The smallest number, or the fewest characters. */
    public int least() {
        return least;
    }

    /** The largest number, or the most characters. */
    public int most() {
        return most;
    }

    public Unit unit() {
        return unit;
    }

    public String textKey() {
        return "setting." + word;
    }
}
