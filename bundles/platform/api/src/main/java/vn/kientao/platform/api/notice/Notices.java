package vn.kientao.platform.api.notice;

import org.jdbi.v3.core.Handle;
import org.osgi.annotation.versioning.ProviderType;

/** Tells people things. What is told in a transaction is told exactly when that transaction lasts. */
@ProviderType
public interface Notices {

    /** Keeps a notice for its reader, who finds it under {@code /notices} and counted in the header. */
    void tell(Handle transaction, Notice notice);

    /**
     * Keeps an e-mail to be sent soon, tried again with growing pauses for about a day when the server is away. Nothing is
     * kept where an administrator has not set a mail server up.
     *
     * @return whether it was kept
     */
    boolean mail(Handle transaction, Mail mail);

    /** Whether e-mail can be sent at all, so that pages offer it only then. */
    boolean mails();

    /** How many notices a reader has not read; answered from memory for some seconds. */
    int unread(String account);
}
