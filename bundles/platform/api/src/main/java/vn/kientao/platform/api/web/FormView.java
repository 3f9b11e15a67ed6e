package vn.kientao.platform.api.web;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A form on its way to the screen: what stands in its fields and what is wrong with them. */
public record FormView(Page page, Map<String, String> values, FormErrors errors) {

    public FormView {
        requireNonNull(page, "page");
        values = Map.copyOf(values);
        requireNonNull(errors, "errors");
    }

    /** A form without mistakes. */
    public static FormView of(Page page, Map<String, String> values) {
        return new FormView(page, values, new FormErrors());
    }

    /** What stands in the field; empty when nothing does. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean checked(String field) {
        return values.containsKey(field);
    }

    /** What is wrong with the field, in the reader's language. */
    public Optional<String> error(String field) {
        return errors.of(field).map(message -> message.in(page.locale()));
    }

    /** All mistakes, in order of the fields. */
    public List<Mistake> mistakes() {
        return errors.all().stream()
                .map(error -> new Mistake(error.field(), error.message().in(page.locale())))
                .toList();
    }

    /** A mistake for the summary on top. */
    public record Mistake(String field, String message) {}
}
