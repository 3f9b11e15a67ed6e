package vn.kientao.reform.procedures.web.petition;

import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.Masking;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.domain.petition.NewPetition;
import vn.kientao.reform.procedures.domain.petition.Petition;
import vn.kientao.reform.procedures.domain.petition.PetitionRow;
import vn.kientao.reform.procedures.domain.petition.Sender;
import vn.kientao.reform.procedures.web.dossier.Words;

/**
 * Whether a reader sees who sends petitions: whoever handles and answers them does, and that goes into the access log; others
 * see it masked.
 */
final class Senders {
    private static final LocalText PURPOSE = Words.text("privacy.purpose.petition");

    private final Request request;
    private final boolean plain;

    private Senders(Request request, boolean plain) {
        this.request = request;
        this.plain = plain;
    }

    static Senders of(Request request) {
        String agency = request.agency().code();
        return new Senders(
                request,
                request.actor().can(PetitionPermissions.HANDLE, agency)
                        || request.actor().can(PetitionPermissions.APPROVE, agency));
    }

    PetitionRow of(PetitionRow row) {
        if (plain) {
            shown(row.number(), row.sender());
            return row;
        }
        return new PetitionRow(
                row.id(),
                row.listKey(),
                row.kind(),
                Masking.name(row.sender()),
                new Sender(row.sender().isEmpty(), row.sender(), "", "", "").maskedIn(row.title()),
                row.receivedAt(),
                row.due(),
                row.state(),
                row.assignedTo(),
                row.endedAt(),
                row.published());
    }

    /** Nobody is seen where nobody gave a name. */
    private void shown(String number, String sender) {
        if (!sender.isEmpty()) {
            request.personalDataShown("petition", number, PURPOSE);
        }
    }

    Petition of(Petition petition) {
        if (plain) {
            shown(petition.number(), petition.text().sender().name());
            return petition;
        }
        NewPetition text = petition.text();
        Sender sender = text.sender();
        return new Petition(
                petition.id(),
                new NewPetition(
                        text.agency(),
                        text.kind(),
                        text.channel(),
                        new Sender(
                                sender.anonymous(),
                                Masking.name(sender.name()),
                                Masking.number(sender.phone()),
                                Masking.email(sender.email()),
                                Masking.address(sender.address())),
                        text.dossier(),
                        sender.maskedIn(text.title()),
                        sender.maskedIn(text.content())),
                petition.receivedAt(),
                petition.state(),
                petition.classification(),
                petition.due(),
                petition.answerDue(),
                petition.updateDays(),
                petition.legalBasis(),
                petition.assignedTo(),
                petition.answer(),
                petition.endedAt(),
                petition.published(),
                petition.rating(),
                petition.reopened(),
                petition.events(),
                petition.version());
    }
}
