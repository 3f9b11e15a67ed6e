package vn.kientao.reform.procedures.web.publication;

import java.time.LocalDate;
import java.util.List;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.reform.procedures.app.publication.Publishing;
import vn.kientao.reform.procedures.app.variant.Changing;
import vn.kientao.reform.procedures.domain.publication.Decision;
import vn.kientao.reform.procedures.domain.publication.Publication;
import vn.kientao.reform.procedures.domain.publication.PublicationAction;
import vn.kientao.reform.procedures.web.form.Reading;

/** A step of a publication as it was asked for, on the page or by a program; good when the reading has no mistakes. */
@FunctionalInterface
interface Taking {
    /** The steps, in the order of the law; editing has a form of its own. */
    List<PublicationAction> ACTIONS = List.of(
            PublicationAction.CHECK,
            PublicationAction.RETURN,
            PublicationAction.ANNOUNCE,
            PublicationAction.TAKE_EFFECT,
            PublicationAction.UPLOAD,
            PublicationAction.WITHDRAW);

    int SHORT = 200;
    int LONG = 2000;

    void take(Publishing publishing, Publication seen, Changing by);

    static Permission permission(PublicationAction action) {
        return switch (action) {
            case CHECK, RETURN -> PublicationPermissions.CHECK;
            case ANNOUNCE, TAKE_EFFECT, UPLOAD -> PublicationPermissions.ANNOUNCE;
            case EDIT, WITHDRAW -> PublicationPermissions.DRAFT;
        };
    }

    static Taking read(PublicationAction action, Reading reading) {
        return switch (action) {
            case CHECK -> {
                String note = reading.optional("checkNote", LONG);
                yield (publishing, seen, by) -> publishing.check(seen, note, by);
            }
            case RETURN -> {
                String reason = reading.required("returnReason", LONG);
                yield (publishing, seen, by) -> publishing.giveBack(seen, reason, by);
            }
            case WITHDRAW -> {
                String reason = reading.required("withdrawReason", LONG);
                yield (publishing, seen, by) -> publishing.withdraw(seen, reason, by);
            }
            case ANNOUNCE -> announce(reading);
            case UPLOAD -> {
                LocalDate day = reading.day("uploadedDay");
                String note = reading.optional("uploadNote", LONG);
                yield (publishing, seen, by) -> publishing.upload(seen, day, note, by);
            }
            case TAKE_EFFECT -> Publishing::takeEffect;
            case EDIT -> throw new IllegalArgumentException("step " + action + " (expected: one of " + ACTIONS + ")");
        };
    }

    private static Taking announce(Reading reading) {
        String number = reading.required("number", SHORT);
        LocalDate signedOn = reading.day("signedOn");
        String issuer = reading.required("issuer", SHORT);
        LocalDate effective = reading.day("effectiveFrom");
        String note = reading.optional("announceNote", LONG);
        return (publishing, seen, by) -> {
            Decision decision = new Decision(number, signedOn, issuer);
            publishing.announce(seen, decision, effective, note, by);
        };
    }
}
