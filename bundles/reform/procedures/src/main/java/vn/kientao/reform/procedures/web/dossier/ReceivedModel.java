package vn.kientao.reform.procedures.web.dossier;

import java.util.List;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;

/**
 * The confirmation after a dossier was received.
 *
 * @param qr the QR code of the tracking address, an SVG element
 */
public record ReceivedModel(Page page, Dossier dossier, DueView due, String qr) {

    public List<ReceivedPaper> papers() {
        return dossier.submission().papers().stream()
                .filter(ReceivedPaper::received)
                .toList();
    }

    public String address(String rest) {
        return page.link("/dossiers/" + dossier.code() + rest);
    }
}
