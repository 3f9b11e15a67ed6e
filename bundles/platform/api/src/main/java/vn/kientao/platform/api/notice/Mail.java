package vn.kientao.platform.api.notice;

import static java.util.Objects.requireNonNull;

import vn.kientao.platform.api.text.LocalText;

/**
 * An e-mail (thư điện tử) to somebody who asked for it. Its words come from the texts of the sender without anything put
 * in but the name of an agency and a day: they name no person, no dossier and no code.
 *
 * @param recipient one address
 * @param subject fixed words
 * @param text fixed words; one or more paragraphs
 * @param link the whole address of the page that tells the rest
 * @param stop the whole address of the page that ends such mails; empty for mails that are sent once
 */
public record Mail(String recipient, LocalText subject, LocalText text, String link, String stop) {

    public Mail {
        requireNonNull(recipient, "recipient");
        requireNonNull(subject, "subject");
        requireNonNull(text, "text");
        requireNonNull(link, "link");
        requireNonNull(stop, "stop");
        if (!recipient.matches("[^@\\s,;<>]+@[^@\\s,;<>]+")) {
            throw new IllegalArgumentException("recipient of a mail (expected: one address)");
        }
        if (subject.vi().contains("\n") || subject.en().contains("\n")) {
            throw new IllegalArgumentException("subject of a mail (expected: one line)");
        }
    }

    /** Without the recipient. */
    @Override
    public String toString() {
        return "Mail '" + subject.en() + "'";
    }
}
