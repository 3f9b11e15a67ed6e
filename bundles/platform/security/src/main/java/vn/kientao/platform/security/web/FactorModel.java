package vn.kientao.platform.security.web;

import java.util.List;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.security.factor.SecondFactors;
import vn.kientao.platform.security.store.PasskeyRepository.StoredPasskey;

/**
 * The second factors of one's own account.
 *
 * @param qr the QR code to be read by an app that is being set up, as SVG; empty when there is one already
 * @param typedKey the same key for typing
 * @param must whether the account may do nothing before it has one
 * @param codes recovery codes, shown this once; none otherwise
 */
public record FactorModel(
        Page page,
        SecondFactors.Status status,
        String qr,
        String typedKey,
        boolean must,
        List<Passkey> passkeys,
        PasskeyRequest request,
        List<String> codes,
        FormErrors errors) {

    /** A passkey as its owner knows it. */
    public record Passkey(String id, String name, String since, String used) {
        static Passkey of(StoredPasskey stored) {
            return new Passkey(
                    stored.id(), stored.name(), Formats.time(stored.createdAt()), Formats.time(stored.usedAt()));
        }
    }
}
