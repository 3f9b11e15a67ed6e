package vn.kientao.platform.api.privacy;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import vn.kientao.platform.api.text.LocalText;

/**
 * Somebody gets to see personal data in full.
 *
 * @param account id of the account; that of a delegate, not of whoever is away
 * @param actingFor in whose place; empty when by own post
 * @param agency code of the agency whose record it is; empty for the platform
 * @param address the remote address
 * @param objectType as in the audit trail: {@code dossier}
 * @param objectId as in the audit trail: the dossier's code
 * @param way method and address template of the page, export or answer, such as {@code GET /dossiers/{code}}
 * @param purpose what for (mục đích xử lý)
 */
public record PersonalDataAccess(
        Instant at,
        String account,
        String actingFor,
        String agency,
        String address,
        String objectType,
        String objectId,
        String way,
        LocalText purpose,
        String requestId) {

    public PersonalDataAccess {
        requireNonNull(at, "at");
        requireNonNull(account, "account");
        requireNonNull(actingFor, "actingFor");
        requireNonNull(agency, "agency");
        requireNonNull(address, "address");
        requireNonNull(objectType, "objectType");
        requireNonNull(objectId, "objectId");
        requireNonNull(way, "way");
        requireNonNull(purpose, "purpose");
        requireNonNull(requestId, "requestId");
    }
}
