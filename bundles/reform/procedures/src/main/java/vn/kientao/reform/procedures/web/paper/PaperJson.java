package vn.kientao.reform.procedures.web.paper;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.procedures.domain.paper.IssuedPaper;

/**
 * A paper of a dossier for programs.
 *
 * @param kind a word such as {@code receipt}, {@code supplement} or {@code fee-receipt}
 * @param reference its number and symbol; empty where the law numbers nothing
 * @param issuedBy name of the officer
 * @param pdf where the file is fetched
 */
public record PaperJson(long id, String kind, String reference, OffsetDateTime issuedAt, String issuedBy, String pdf) {
    static PaperJson of(IssuedPaper paper, String address) {
        return new PaperJson(
                paper.id(),
                paper.kind().word(),
                paper.reference(),
                paper.issuedAt().atZone(Formats.ZONE).toOffsetDateTime(),
                paper.who(),
                address + "/" + paper.id() + "/pdf");
    }

    /** The papers of a dossier, in the order in which they were issued. */
    public record Listing(List<PaperJson> items) {
        public Listing {
            items = List.copyOf(items);
        }
    }

    /** @param kind of the paper to issue */
    public record Wanted(@Nullable String kind) {}
}
