package vn.kientao.reform.steering.web.programme;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.programme.Document;
import vn.kientao.reform.steering.domain.programme.DocumentKind;

/**
 * The form of a document.
 *
 * @param old the one that is changed; empty for a new one
 * @param others that can take its place
 */
public record DocumentFormModel(FormView form, Optional<Document> old, List<Document> others) {
    public DocumentFormModel {
        others = List.copyOf(others);
    }

    public Page page() {
        return form.page();
    }

    public DocumentKind[] kinds() {
        return DocumentKind.values();
    }

    public boolean is(String field, String value) {
        return form.value(field).equals(value);
    }

    public String action() {
        return page().link(old.map(one -> "/programme/" + one.code() + "/edit").orElse("/programme/new"));
    }

    public String back() {
        return page().link(old.map(one -> "/programme/" + one.code()).orElse("/programme"));
    }
}
