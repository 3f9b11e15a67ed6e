package vn.kientao.reform.procedures.web.formbuilder;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.form.DictionaryField;
import vn.kientao.reform.procedures.domain.form.FieldKind;
import vn.kientao.reform.procedures.domain.form.FormTemplate;

/** One form: its draft as rows, and how it will look. */
public final class BuilderModel {
    private final Page page;
    private final FormTemplate form;
    private final List<DictionaryField> dictionary;
    private final ItemsForm items;
    private final FormErrors errors;

    BuilderModel(Page page, FormTemplate form, List<DictionaryField> dictionary, ItemsForm items, FormErrors errors) {
        this.page = page;
        this.form = form;
        this.dictionary = List.copyOf(dictionary);
        this.items = items;
        this.errors = errors;
    }

    public Page page() {
        return page;
    }

    public FormTemplate form() {
        return form;
    }

    public List<DictionaryField> dictionary() {
        return dictionary;
    }

    public List<FieldKind> kinds() {
        return List.of(FieldKind.values());
    }

    public boolean builds() {
        return page.can(FormPermissions.BUILD);
    }

    /** Whether the draft is other than what was published last. */
    public boolean unpublished() {
        return !form.draft().isEmpty() && !form.draft().equals(form.published());
    }

    public List<Integer> rows() {
        return IntStream.rangeClosed(1, items.rows()).boxed().toList();
    }

    public String value(String field) {
        return items.value(field);
    }

    public FormErrors errors() {
        return errors;
    }

    public Optional<String> error(String field) {
        return errors.of(field).map(page.texts()::get);
    }

    public String link(String path) {
        return page.link("/forms/" + form.id() + path);
    }
}
