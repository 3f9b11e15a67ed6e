package vn.kientao.reform.procedures.web.bulk;

import java.util.List;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.bulk.BulkRow;
import vn.kientao.reform.procedures.domain.bulk.BulkRow.Outcome;
import vn.kientao.reform.procedures.domain.bulk.BulkRun;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.web.dossier.DossierWords.Tag;

/** What became of the dossiers of a bulk action. */
public record BulkResultModel(Page page, BulkRun run) {

    public String name() {
        return page.text("dossier.action." + run.action().word());
    }

    public List<Outcome> outcomes() {
        return List.of(Outcome.values());
    }

    public String count(Outcome outcome) {
        return Formats.number(run.count(outcome));
    }

    public Tag tag(BulkRow row) {
        String style = switch (row.outcome()) {
            case DONE -> "kt-tag kt-tag-done";
            case REFUSED -> "kt-tag kt-tag-late";
            case CHANGED -> "kt-tag kt-tag-need";
        };
        return new Tag(style, page.text("bulk.outcome." + row.outcome().word()));
    }

    public String why(BulkRow row) {
        return row.why().in(page.locale());
    }

    /** Whether it stays chosen for another try. */
    public boolean left(BulkRow row) {
        return row.outcome() != Outcome.DONE;
    }

    public boolean anyLeft() {
        return run.rows().stream().anyMatch(this::left);
    }

    /** What may be tried with those that are left. */
    public List<DossierAction> actions() {
        return BulkActions.offered(page);
    }

    public String file(String format) {
        return page.link("/bulk/" + run.id() + "/" + format);
    }
}
