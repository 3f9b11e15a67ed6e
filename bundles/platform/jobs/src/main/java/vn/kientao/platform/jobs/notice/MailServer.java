package vn.kientao.platform.jobs.notice;

import static java.util.Objects.requireNonNull;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Hands e-mails to the mail server over SMTP (RFC 5321), one connection each. */
final class MailServer {
    private static final String MILLIS = "20000";
    private static final int PERMANENT = 500;

    private final Address address;

    MailServer(Address address) {
        this.address = address;
    }

    /** How the connection is protected. */
    enum Protection {
        NONE,
        STARTTLS,
        TLS
    }

    /**
     * Where the server is and who sends.
     *
     * @param user empty for a server that asks for nobody
     */
    record Address(String host, int port, Protection protection, String user, String password, String from) {
        Address {
            requireNonNull(host, "host");
            requireNonNull(protection, "protection");
            requireNonNull(user, "user");
            requireNonNull(password, "password");
            requireNonNull(from, "from");
        }

        /** Without user and password. */
        @Override
        public String toString() {
            return host + ":" + port + " (" + protection + ")";
        }
    }

    /** Sends; throws what {@link Undelivered} tells. */
    void send(MailRepository.Outgoing mail) throws Undelivered {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The library looks for its parts through the thread's class loader; they travel in this bundle.
        thread.setContextClassLoader(MailServer.class.getClassLoader());
        try {
            deliver(mail);
        } catch (MessagingException e) {
            throw new Undelivered(e, permanent(e));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void deliver(MailRepository.Outgoing mail) throws MessagingException {
        Session session = Session.getInstance(properties());
        MimeMessage message = message(session, mail);
        String scheme = address.protection() == Protection.TLS ? "smtps" : "smtp";
        URLName place = new URLName(scheme, address.host(), address.port(), null, null, null);
        try (SMTPTransport transport = new SMTPTransport(session, place)) {
            if (address.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(address.host(), address.port(), address.user(), address.password());
            }
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private MimeMessage message(Session session, MailRepository.Outgoing mail) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(address.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        message.setSubject(mail.subject(), "UTF-8");
        message.setHeader("Auto-Submitted", "auto-generated");
        if (!mail.stop().isEmpty()) {
            message.setHeader("List-Unsubscribe", "<" + mail.stop() + ">");
        }
        message.setDataHandler(new DataHandler(
                new ByteArrayDataSource(mail.body().getBytes(StandardCharsets.UTF_8), "text/plain; charset=UTF-8")));
        message.setHeader("Content-Transfer-Encoding", "base64");
        message.saveChanges();
        return message;
    }

    private Properties properties() {
        Properties properties = new Properties();
        String prefix = address.protection() == Protection.TLS ? "mail.smtps." : "mail.smtp.";
        properties.setProperty(prefix + "connectiontimeout", MILLIS);
        properties.setProperty(prefix + "timeout", MILLIS);
        properties.setProperty(prefix + "writetimeout", MILLIS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "auth", "" + !address.user().isEmpty());
        if (address.protection() == Protection.TLS) {
            properties.setProperty(prefix + "ssl.enable", "true");
        }
        if (address.protection() == Protection.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        return properties;
    }

    /** A server that says 5xx to the message or its recipient has made up its mind. */
    private static boolean permanent(MessagingException fault) {
        Exception next = fault;
        while (next != null) {
            int code = 0;
            if (next instanceof SMTPAddressFailedException failed) {
                code = failed.getReturnCode();
            } else if (next instanceof SMTPSendFailedException failed) {
                code = failed.getReturnCode();
            }
            if (code >= PERMANENT) {
                return true;
            }
            next = next instanceof MessagingException wrapping ? wrapping.getNextException() : null;
        }
        return false;
    }

    /** The server did not take an e-mail. */
    static final class Undelivered extends Exception {
        private static final long serialVersionUID = 1L;
        private static final int LONGEST = 300;

        private final String words;
        private final boolean permanent;

        Undelivered(MessagingException cause, boolean permanent) {
            super(words(cause), cause);
            this.words = words(cause);
            this.permanent = permanent;
        }

        /** What the server said, shortened. */
        String words() {
            return words;
        }

        /** Whether trying again is of no use. */
        boolean permanent() {
            return permanent;
        }

        /** What the server said, without addresses. */
        private static String words(MessagingException cause) {
            StringBuilder words = new StringBuilder();
            Exception next = cause;
            while (next != null) {
                words.append(words.isEmpty() ? "" : "; ").append(next.getMessage());
                next = next instanceof MessagingException wrapping ? wrapping.getNextException() : null;
            }
            String bare = words.toString().replaceAll("\\S+@\\S+", "…").strip();
            return bare.length() > LONGEST ? bare.substring(0, LONGEST) : bare;
        }
    }
}
