package vn.kientao.platform.jobs.notice;

import vn.kientao.platform.api.notice.Mail;
import vn.kientao.platform.api.text.TextBundle;

/** What an e-mail looks like: Vietnamese, then English, then where to go on and how to end such mails. */
final class MailText {
    private static final TextBundle TEXTS = TextBundle.of(MailText.class);

    private MailText() {}

    static MailRepository.Outgoing of(Mail mail) {
        StringBuilder body = new StringBuilder();
        body.append(mail.text().vi()).append("\n\n").append(mail.link()).append("\n\n");
        body.append("--\n")
                .append(mail.text().en())
                .append("\n\n")
                .append(mail.link())
                .append('\n');
        if (!mail.stop().isEmpty()) {
            body.append("\n--\n")
                    .append(TEXTS.text("notices.mail.stop").vi())
                    .append(" / ")
                    .append(TEXTS.text("notices.mail.stop").en())
                    .append(":\n")
                    .append(mail.stop())
                    .append('\n');
        }
        return new MailRepository.Outgoing(
                0,
                mail.recipient(),
                mail.subject().vi() + " / " + mail.subject().en(),
                body.toString(),
                mail.stop(),
                0);
    }
}
