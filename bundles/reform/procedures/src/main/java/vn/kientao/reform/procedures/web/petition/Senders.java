package vn.kientao.reform.procedures.web.petition;

import vn.kientao.platform.api.text.Masking;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.domain.petition.NewPetition;
import vn.kientao.reform.procedures.domain.petition.Petition;
import vn.kientao.reform.procedures.domain.petition.PetitionRow;
import vn.kientao.reform.procedures.domain.petition.Sender;

/** Whether a reader sees who sends petitions: whoever handles and answers them does, others see it masked. */
final class Senders {
    private final boolean plain;

    private Senders(boolean plain) {
        this.plain = plain;
    }

    static Senders of(Request request) {
        String agency = request.agency().code();
        return new Senders(request.actor().can(PetitionPermissions.HANDLE, agency)
                || request.actor().can(PetitionPermissions.APPROVE, agency));
    }

    PetitionRow of(PetitionRow row) {
        return plain
                ? row
                : new PetitionRow(
                        row.id(),
                        row.listKey(),
                        row.kind(),
                        Masking.name(row.sender()),
                        without(row.sender(), row.title()),
                        row.receivedAt(),
                        row.due(),
                        row.state(),
                        row.assignedTo(),
                        row.endedAt(),
                        row.published());
    }

    /** Senders name themselves in what they write. */
    private static String without(String name, String text) {
        return name.isEmpty() ? text : text.replace(name, Masking.name(name));
    }

    Petition of(Petition petition) {
        if (plain) {
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
                        without(sender.name(), text.title()),
                        without(sender.name(), text.content())),
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
