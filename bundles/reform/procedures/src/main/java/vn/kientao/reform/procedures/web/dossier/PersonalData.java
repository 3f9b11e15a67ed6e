package vn.kientao.reform.procedures.web.dossier;

import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.Masking;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.domain.dossier.Applicant;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.domain.dossier.DossierRow;
import vn.kientao.reform.procedures.domain.dossier.Owner;
import vn.kientao.reform.procedures.domain.dossier.Submission;

/**
 * Whether a reader sees personal data of applicants (dữ liệu cá nhân) as it is: whoever receives, handles and answers for
 * dossiers does; who only follows their course sees it masked. Whatever is shown as it is goes into the access log.
 */
public final class PersonalData {
    private static final LocalText PURPOSE = Words.text("privacy.purpose.settle");

    private final Request request;
    private final boolean plain;

    private PersonalData(Request request, boolean plain) {
        this.request = request;
        this.plain = plain;
    }

    /** As the actor of the request may see it in its agency. */
    public static PersonalData of(Request request) {
        return new PersonalData(
                request,
                request.actor()
                        .can(DeskPermissions.PERSONAL_DATA, request.agency().code()));
    }

    /** The dossier is about to be shown as it is, whoever asks: its papers are. */
    public static Dossier inFull(Request request, Dossier dossier) {
        return new PersonalData(request, true).of(dossier);
    }

    /** The dossier stands in a register or a list that is about to be handed out. */
    public static void inRegister(Request request, String code) {
        request.personalDataShown("dossier", code, PURPOSE);
    }

    private void shown(DossierCode code) {
        inRegister(request, code.toString());
    }

    /** The dossier as the reader may see it. */
    public Dossier of(Dossier dossier) {
        if (plain) {
            shown(dossier.code());
            return dossier;
        }
        return dossier.shownAs(masked(dossier.submission()), Masking.name(dossier.handedTo()));
    }

    /** A name in a dossier that {@link #of(Dossier)} has shown. */
    String name(String name) {
        return plain ? name : Masking.name(name);
    }

    DossierRow of(DossierRow row) {
        if (plain) {
            shown(row.code());
            return row;
        }
        return new DossierRow(
                row.listKey(),
                row.code(),
                row.procedure(),
                row.field(),
                Masking.name(row.applicant()),
                Masking.number(row.phone()),
                row.receivedAt(),
                row.dueAt(),
                row.finishedAt(),
                row.status(),
                row.place(),
                row.paused());
    }

    private static Submission masked(Submission submission) {
        Applicant applicant = submission.applicant();
        return new Submission(
                submission.channel(),
                new Applicant(
                        applicant.kind(),
                        Masking.name(applicant.name()),
                        Masking.number(applicant.idNumber()),
                        Masking.address(applicant.address()),
                        Masking.number(applicant.phone()),
                        Masking.email(applicant.email())),
                submission
                        .owner()
                        .map(owner -> new Owner(Masking.name(owner.name()), Masking.address(owner.address()))),
                submission.content(),
                submission.sets(),
                submission.resultBy(),
                submission.papers());
    }
}
