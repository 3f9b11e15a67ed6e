package vn.kientao.reform.procedures.domain.form;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A form.
 *
 * @param version to be named by whoever changes it
 * @param code such as {@code TK-KS}
 * @param procedure code of the procedure it belongs to; may be empty
 * @param revision how often it was published; 0 for never
 * @param draft the fields that are being put together
 * @param published the fields of the newest revision
 */
public record FormTemplate(
        long id,
        long version,
        String code,
        String title,
        String procedure,
        int revision,
        List<FormItem> draft,
        List<FormItem> published) {
    public FormTemplate {
        requireNonNull(code, "code");
        requireNonNull(title, "title");
        requireNonNull(procedure, "procedure");
        draft = List.copyOf(draft);
        published = List.copyOf(published);
    }
}
