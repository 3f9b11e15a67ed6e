package vn.kientao.reform.procedures.web.petition;

import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.app.petition.Petitions;

/**
 * What the sender keeps.
 *
 * @param qr the QR code of the tracking page, as SVG
 */
public record SentModel(Page page, Petitions.Received received, String qr) {

    public String number() {
        return received.petition().number();
    }

    public String code() {
        return received.code().text();
    }

    public String due() {
        return Formats.date(received.petition().answerDue().toLocalDate());
    }
}
