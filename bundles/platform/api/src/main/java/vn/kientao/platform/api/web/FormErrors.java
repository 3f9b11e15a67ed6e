package vn.kientao.platform.api.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;

/**
 * The mistakes of one posted form, in order of the fields: for the error summary and the field's own message. A page
 * with errors answers with 422 and every value the user had typed.
 */
public final class FormErrors {
    private final Map<String, LocalText> errors = new LinkedHashMap<>();

    /** Adds a mistake; the first one of a field stands. */
    public void add(String field, LocalText message) {
        errors.putIfAbsent(field, message);
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public Optional<LocalText> of(String field) {
        return Optional.ofNullable(errors.get(field));
    }

    public List<Problem.FieldError> all() {
        return errors.entrySet().stream()
                .map(entry -> new Problem.FieldError(entry.getKey(), entry.getValue()))
                .toList();
    }
}
