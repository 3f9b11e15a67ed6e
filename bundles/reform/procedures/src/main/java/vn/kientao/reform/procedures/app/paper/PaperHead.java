package vn.kientao.reform.procedures.app.paper;

import static java.util.Objects.requireNonNull;

/**
 * Who issues a paper and where it leads.
 *
 * @param parent name of the superior body; may be empty
 * @param agency name of the agency
 * @param qr the address of the dossier's tracking page with its key, for the QR code
 * @param tracking the address of the tracking page, to be typed
 */
public record PaperHead(String parent, String agency, String qr, String tracking) {
    public PaperHead {
        requireNonNull(parent, "parent");
        requireNonNull(agency, "agency");
        requireNonNull(qr, "qr");
        requireNonNull(tracking, "tracking");
    }
}
