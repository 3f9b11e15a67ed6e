package vn.kientao.platform.security.web;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.passkey.Passkeys;
import vn.kientao.platform.security.passkey.Passkeys.Place;
import vn.kientao.platform.security.passkey.Passkeys.Purpose;
import vn.kientao.platform.security.passkey.Site;
import vn.kientao.platform.security.store.PasskeyRepository.StoredPasskey;

/**
 * What the browser's script needs to ask for a passkey.
 *
 * @param known ids of passkeys, with spaces between them: those not to be made again, or those that may answer
 * @param user whom a new passkey is for, in Base64url; empty when one signs in
 */
public record PasskeyRequest(String challenge, String siteId, String known, String user, String login, String name) {

    static PasskeyRequest forNew(Passkeys passkeys, Request request, Account account) {
        return new PasskeyRequest(
                passkeys.challenge(Purpose.REGISTER, request.page().csrfToken()),
                place(request).site().id(),
                ids(passkeys.of(account.id())),
                Base64.getUrlEncoder().withoutPadding().encodeToString(Passkeys.userHandle(account.id())),
                account.login(),
                account.name());
    }

    /** @param may the passkeys that may answer; all when empty */
    static PasskeyRequest forAny(Passkeys passkeys, Request request, Purpose purpose, List<StoredPasskey> may) {
        return new PasskeyRequest(
                passkeys.challenge(purpose, request.page().csrfToken()),
                place(request).site().id(),
                ids(may),
                "",
                "",
                "");
    }

    /** The site as the reader's browser sees it, and the page that the form stood on. */
    static Place place(Request request) {
        return new Place(Site.of(request.page().absolute("/")), request.page().csrfToken());
    }

    private static String ids(List<StoredPasskey> passkeys) {
        return passkeys.stream().map(StoredPasskey::credential).collect(Collectors.joining(" "));
    }
}
