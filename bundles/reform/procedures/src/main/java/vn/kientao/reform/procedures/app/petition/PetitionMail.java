package vn.kientao.reform.procedures.app.petition;

import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.notice.Mail;
import vn.kientao.platform.api.notice.Notices;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.domain.petition.Petition;

/** Tells whoever sent a petition, and left an e-mail address with it, that another agency has it now. */
final class PetitionMail {
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,;<>]+@[^@\\s,;<>]+");
    private static final TextBundle TEXTS = TextBundle.of(PetitionMail.class);

    private final Notices notices;

    PetitionMail(Notices notices) {
        this.notices = notices;
    }

    /** It came into the register of an agency of the province: who has it, and by when it is answered. */
    void arrived(Handle transaction, Petition arrived, LocalText agency, String site) {
        String day = Formats.date(arrived.answerDue().toLocalDate());
        send(
                transaction,
                arrived,
                new LocalText(
                        TEXTS.in(TextBundle.VIETNAMESE).get("petition.mail.arrived", agency.vi(), day),
                        TEXTS.in(TextBundle.ENGLISH).get("petition.mail.arrived", agency.en(), day)),
                site);
    }

    /** It went to a body that has no register here, which answers by itself. */
    void left(Handle transaction, Petition petition, String site) {
        send(transaction, petition, TEXTS.text("petition.mail.left"), site);
    }

    private void send(Handle transaction, Petition petition, LocalText words, String site) {
        String address = petition.text().sender().email();
        if (site.isEmpty() || !notices.mails() || !ADDRESS.matcher(address).matches()) {
            return;
        }
        notices.mail(
                transaction,
                new Mail(address, TEXTS.text("petition.mail.subject"), words, site + "/feedback/track", ""));
    }
}
