package vn.kientao.reform.procedures.web.publication;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.publication.CatalogueChange;

/** The newest changes of the public catalogue. */
public final class FeedModel {
    private final Page page;
    private final List<CatalogueChange> changes;
    private final int size;

    FeedModel(Page page, List<CatalogueChange> changes, int size) {
        this.page = page;
        this.changes = List.copyOf(changes);
        this.size = size;
    }

    /** @param link empty when the procedure is gone */
    public record Row(String what, String name, String code, String when, String link) {}

    public Page page() {
        return page;
    }

    public String text(String key, Object... arguments) {
        return page.text(key, arguments);
    }

    public List<Row> rows() {
        return changes.stream().limit(size).map(this::row).toList();
    }

    private Row row(CatalogueChange change) {
        return new Row(
                text("publication.feed." + change.kind().word()),
                change.name(),
                change.code(),
                Formats.time(change.at()),
                change.version().isEmpty() ? "" : page.openLink("/" + change.code()));
    }

    public Optional<String> next() {
        return changes.size() <= size
                ? Optional.empty()
                : Optional.of(
                        page.with("before", String.valueOf(changes.get(size - 1).id())));
    }
}
