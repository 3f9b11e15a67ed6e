package vn.kientao.reform.procedures.web.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;

/** Makes the fields of one form: labels stand under {@code <prefix>.<name>}, hints under {@code <prefix>.<name>.hint}. */
public final class Inputs {
    private final Page page;
    private final String prefix;
    private final Map<String, String> values;
    private final FormErrors errors;

    public Inputs(Page page, String prefix, Map<String, String> values, FormErrors errors) {
        this.page = page;
        this.prefix = prefix;
        this.values = values;
        this.errors = errors;
    }

    public Input text(String name) {
        return input(name, Input.Kind.TEXT, List.of(), "", 1);
    }

    public Input day(String name) {
        return input(name, Input.Kind.SHORT, List.of(), page.text("form.day-hint"), 1);
    }

    public Input number(String name) {
        return input(name, Input.Kind.SHORT, List.of(), "", 1);
    }

    public Input area(String name, int rows) {
        return input(name, Input.Kind.AREA, List.of(), "", rows);
    }

    public Input hinted(Input input, String hintKey) {
        return new Input(
                input.name(),
                input.label(),
                input.kind(),
                input.values(),
                input.options(),
                page.text(hintKey),
                input.mistake(),
                input.rows());
    }

    /** One of the constants; their words stand under {@code <wordPrefix>.<constant>}. */
    public Input choice(String name, String wordPrefix, Enum<?>... constants) {
        return input(name, Input.Kind.CHOICE, options(wordPrefix, constants), "", 1);
    }

    public Input choice(String name, List<Input.Option> options) {
        return input(name, Input.Kind.CHOICE, options, "", 1);
    }

    /** Any of the constants; the value is their names separated by commas. */
    public Input many(String name, String wordPrefix, Enum<?>... constants) {
        return input(name, Input.Kind.MANY, options(wordPrefix, constants), "", 1);
    }

    private List<Input.Option> options(String wordPrefix, Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> new Input.Option(constant.name(), page.text(wordPrefix + "." + word(constant))))
                .toList();
    }

    /** The word that stands for a constant in text keys. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Input input(String name, Input.Kind kind, List<Input.Option> options, String hint, int rows) {
        String value = values.getOrDefault(name, "");
        Set<String> all = kind == Input.Kind.MANY ? Set.of(value.split(",", -1)) : Set.of(value);
        String mistake =
                errors.of(name).map(message -> message.in(page.locale())).orElse("");
        String label = page.text(prefix + "." + name.replaceAll("-\\d+-", "-"));
        return new Input(name, label, kind, all, options, hint, mistake, rows);
    }
}
