package vn.kientao.reform.procedures.web.formbuilder;

import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.form.DictionaryField;
import vn.kientao.reform.procedures.domain.form.FieldKind;

/**
 * The dictionary of fields.
 *
 * @param typed a new field that was refused; empty otherwise
 */
public record DictionaryModel(Page page, List<DictionaryField> fields, Map<String, String> typed, FormErrors errors) {
    public DictionaryModel {
        fields = List.copyOf(fields);
        typed = Map.copyOf(typed);
    }

    public boolean builds() {
        return page.can(FormPermissions.BUILD);
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<FieldKind> kinds() {
        return List.of(FieldKind.values());
    }
}
