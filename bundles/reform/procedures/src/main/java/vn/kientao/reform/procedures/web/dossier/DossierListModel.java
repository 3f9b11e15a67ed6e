package vn.kientao.reform.procedures.web.dossier;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.app.dossier.DossierFilter;
import vn.kientao.reform.procedures.app.dossier.DossierView;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierRow;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

/**
 * The agency's dossiers.
 *
 * @param counts how many each view holds
 * @param count how many this list holds
 * @param rows those of this page
 * @param more whether another page follows
 * @param size how many rows a page has
 * @param picked whether all rows of the page are ticked
 * @param actions what the reader may do with many at once
 */
public record DossierListModel(
        Page page,
        FormView form,
        DossierFilter filter,
        Map<DossierView, Integer> counts,
        int count,
        List<DossierRow> rows,
        boolean more,
        boolean first,
        int size,
        boolean picked,
        List<DossierAction> actions,
        List<String> fields,
        LocalDateTime now) {

    public DossierListModel {
        counts = Map.copyOf(counts);
        rows = List.copyOf(rows);
        actions = List.copyOf(actions);
        fields = List.copyOf(fields);
    }

    /** Whether the reader may receive dossiers. */
    public boolean receives() {
        return page.can(DeskPermissions.RECEIVE);
    }

    public List<DossierView> views() {
        return List.of(DossierView.values());
    }

    public String count(DossierView view) {
        return Formats.number(counts.getOrDefault(view, 0));
    }

    /** "42", "1.000+" where counting stopped, or "25+" for a search whose findings fill more than a page. */
    public String countText() {
        boolean stopped =
                filter.words().isPresent() ? more || !first : filter.narrowed() && count >= Dossiers.MOST_COUNTED;
        return Formats.number(count) + (stopped ? "+" : "");
    }

    public List<Integer> sizes() {
        return DossierListForm.SIZES;
    }

    /** The same list with so many rows on a page, from its beginning. */
    public String sized(int rows) {
        return page.link("/dossiers?size=" + rows + "&view=" + filter.view().word() + whose());
    }

    /** Whether the reader may print receipts. */
    public boolean printsReceipts() {
        return receives() && page.can(DeskPermissions.PERSONAL_DATA);
    }

    public String tile(DossierView view) {
        boolean any = counts.getOrDefault(view, 0) > 0;
        return switch (view) {
            case OVERDUE -> any ? "kt-tile kt-tile-late" : "kt-tile";
            case TODAY, SOON -> any ? "kt-tile kt-tile-need" : "kt-tile";
            case WAITING, OPEN, FINISHED -> "kt-tile";
        };
    }

    /** The states that a dossier of this view can be in. */
    public List<DossierStatus> statuses() {
        return Stream.of(DossierStatus.values())
                .filter(status -> status.running() == (filter.view() != DossierView.FINISHED))
                .toList();
    }

    /** The address of a view, of the same people's dossiers. */
    public String address(DossierView view) {
        return page.link("/dossiers?view=" + view.word() + whose());
    }

    private String whose() {
        return (filter.assignee().isPresent() ? "&mine=1" : "") + (filter.unrouted() ? "&unrouted=1" : "");
    }

    /** Whether only what the reader has on the desk is shown. */
    public boolean mine() {
        return filter.assignee().isPresent();
    }

    public boolean has(DossierStatus status) {
        return filter.status().filter(one -> one == status).isPresent();
    }

    public String next() {
        return page.with(
                "after", rows.isEmpty() ? "" : "" + rows.get(rows.size() - 1).listKey());
    }

    /** What narrows the list, each with the address of the list without it. */
    public List<Chip> chips() {
        List<Chip> chips = new ArrayList<>();
        filter.words().ifPresent(words -> chip(chips, "q", words));
        filter.status().ifPresent(status -> chip(chips, "status", page.text(status.textKey())));
        filter.field().ifPresent(field -> chip(chips, "field", field));
        filter.dueFrom().ifPresent(day -> chip(chips, "from", Formats.date(day)));
        filter.dueTo().ifPresent(day -> chip(chips, "to", Formats.date(day)));
        return chips;
    }

    private void chip(List<Chip> chips, String parameter, String value) {
        chips.add(new Chip(page.text("dossier.chip." + parameter, value), page.with(parameter, "")));
    }

    /** The list of this view with nothing else chosen. */
    public String bare() {
        return page.link("/dossiers?view=" + filter.view().word());
    }

    /** The present list as a file. */
    public String export(String format) {
        String here = page.here();
        int query = here.indexOf('?');
        return page.link("/dossiers." + format) + (query < 0 ? "" : here.substring(query));
    }

    public DossierWords.Tag status(DossierRow row) {
        return DossierWords.status(row.status(), page.texts());
    }

    public Optional<DossierWords.Tag> due(DossierRow row) {
        return DossierWords.due(row.dueAt(), row.finishedAt(), row.owed(), now, page.texts());
    }

    /** A filter that is on, and the way to take it off. */
    public record Chip(String text, String without) {}
}
