package vn.kientao.reform.procedures.web.form;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;

/**
 * A form with a heading.
 *
 * @param lead a sentence below the heading; may be empty
 * @param hidden names and values of hidden fields
 * @param refusal why it was not taken, when no field is to blame
 * @param draft the name under which the browser keeps it half filled in; empty when it does not
 */
public record FormModel(
        Page page,
        String title,
        String lead,
        String action,
        String submit,
        String back,
        Map<String, String> hidden,
        List<Group> groups,
        FormErrors errors,
        Optional<String> refusal,
        Optional<String> draft) {

    public FormModel {
        requireNonNull(page, "page");
        requireNonNull(title, "title");
        requireNonNull(lead, "lead");
        requireNonNull(action, "action");
        requireNonNull(submit, "submit");
        requireNonNull(back, "back");
        hidden = Map.copyOf(hidden);
        groups = List.copyOf(groups);
        requireNonNull(errors, "errors");
        requireNonNull(refusal, "refusal");
        requireNonNull(draft, "draft");
    }

    /** @param title heading of the fields; empty for none */
    public record Group(String title, List<Input> inputs) {
        public Group {
            requireNonNull(title, "title");
            inputs = List.copyOf(inputs);
        }
    }

    public String text(String key, Object... arguments) {
        return page.text(key, arguments);
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
