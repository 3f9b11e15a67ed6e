package vn.kientao.reform.procedures.web.catalogue;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueImport;

/** The page on which an import begins. */
public final class ImportListModel {
    private final Page page;
    private final List<CatalogueImport> newest;
    private final Optional<String> mistake;

    /** @param mistake what is wrong with the file that was handed in */
    ImportListModel(Page page, List<CatalogueImport> newest, Optional<String> mistake) {
        this.page = page;
        this.newest = List.copyOf(newest);
        this.mistake = mistake;
    }

    /** An import of before. */
    public record Row(String link, String fileName, String submitted, String state, String changes, String refused) {}

    public Page page() {
        return page;
    }

    public String text(String key, Object... arguments) {
        return page.text(key, arguments);
    }

    public Optional<String> mistake() {
        return mistake;
    }

    public List<Row> rows() {
        return newest.stream().map(this::row).toList();
    }

    private Row row(CatalogueImport shown) {
        return new Row(
                page.link("/import/" + shown.id()),
                shown.fileName().isBlank() ? String.valueOf(shown.id()) : shown.fileName(),
                Formats.time(shown.submittedAt()),
                text(shown.state().key()),
                Formats.number(shown.counts().changes()),
                Formats.number(shown.counts().refused()));
    }
}
