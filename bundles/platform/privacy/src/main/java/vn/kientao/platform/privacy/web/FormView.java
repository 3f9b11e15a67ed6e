package vn.kientao.platform.privacy.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;

/** A form with what was typed and what is wrong with it. */
public record FormView(Page page, Map<String, String> values, FormErrors errors) {
    public FormView {
        values = Map.copyOf(values);
    }

    static FormView empty(Page page) {
        return new FormView(page, Map.of(), new FormErrors());
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public Optional<String> error(String name) {
        return errors.of(name).map(page.texts()::get);
    }

    public List<Mistake> mistakes() {
        return errors.all().stream()
                .map(error -> new Mistake(error.field(), page.texts().get(error.message())))
                .toList();
    }

    /** A field, and what is expected of it. */
    public record Mistake(String field, String message) {}
}
