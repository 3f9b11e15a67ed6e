package vn.kientao.reform.procedures.web.dossier;

import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.app.paper.PaperHead;
import vn.kientao.reform.procedures.domain.dossier.Dossier;

/** What papers say about the agency of a request and about the way to the tracking page. */
public final class PaperHeads {
    private final Agencies agencies;

    public PaperHeads(Agencies agencies) {
        this.agencies = agencies;
    }

    public PaperHead of(Request request, Dossier dossier) {
        return head(request, Words.trackingAddress(request.page(), dossier));
    }

    /** Of a dossier that another agency settles: its tracking page asks for the second factor. */
    public PaperHead ofSent(Request request, String code) {
        Page page = request.page();
        return head(request, page.absolute(page.openLink("/track/" + code)));
    }

    /** For lists, which are of no single dossier. */
    public PaperHead of(Request request) {
        return head(request, "");
    }

    private PaperHead head(Request request, String qr) {
        Agency agency = request.agency();
        Page page = request.page();
        String parent = agency.parent()
                .flatMap(agencies::find)
                .map(superior -> superior.name().vi())
                .orElse("");
        return new PaperHead(parent, agency.name().vi(), qr, page.absolute(page.openLink("/track")));
    }
}
