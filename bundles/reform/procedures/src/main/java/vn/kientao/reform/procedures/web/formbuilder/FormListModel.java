package vn.kientao.reform.procedures.web.formbuilder;

import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.form.FormTemplate;

/**
 * The forms of the province.
 *
 * @param further address of the forms behind those; empty when there are none
 * @param typed a new form that was refused; empty otherwise
 */
public record FormListModel(
        Page page, List<FormTemplate> forms, String further, Map<String, String> typed, FormErrors errors) {
    public FormListModel {
        forms = List.copyOf(forms);
        typed = Map.copyOf(typed);
    }

    public boolean builds() {
        return page.can(FormPermissions.BUILD);
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
