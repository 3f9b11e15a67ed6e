package vn.kientao.reform.procedures.app.citizen;

import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.notice.Mail;
import vn.kientao.platform.api.notice.Notices;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.domain.citizen.Subscription;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.citizen.SubscriptionStore;

/**
 * E-mails about a dossier (đăng ký nhận thư): asked for by whoever has the second factor, begun by a link in a first
 * e-mail, ended by a link in each. They say that something happened, and nothing else.
 */
@Component(service = Subscriptions.class)
public final class Subscriptions {
    private static final int KEY_BYTES = 24;
    private static final int AT_ONCE = 100;
    private static final int UNCONFIRMED_DAYS = 7;

    private final Database database;
    private final Notices notices;
    private final SecureRandom random = new SecureRandom();
    private final SubscriptionStore store = new SubscriptionStore();
    private final TextBundle texts = TextBundle.of(Subscriptions.class);

    @Activate
    public Subscriptions(@Reference Database database, @Reference Notices notices, @Reference ProcedureTables tables) {
        this.database = database;
        this.notices = notices;
    }

    /** Whether e-mail can be sent at all. */
    public boolean offered() {
        return notices.mails();
    }

    /**
     * Sends an e-mail to confirm; nothing when the address is there already.
     *
     * @param site address of the module's public pages, with scheme and host
     */
    public void ask(Dossier dossier, String email, String site, LocalDateTime at) {
        String key = key();
        database.write(transaction -> store.insert(transaction, dossier, email, key, site, at)
                && notices.mail(
                        transaction,
                        new Mail(
                                email,
                                texts.text("subscribe.mail.confirm.subject"),
                                texts.text("subscribe.mail.confirm.text"),
                                site + "/subscription?k=" + key,
                                "")));
    }

    /** Begins, when the key is known. */
    public void confirm(String key) {
        database.write(transaction -> {
            store.confirm(transaction, key);
            return key;
        });
    }

    /** Ends, and forgets the address. */
    public void stop(String key) {
        database.write(transaction -> {
            store.stop(transaction, key);
            return key;
        });
    }

    /** Tells everybody whose dossier has changed, once a change on whatever node; returns how many. */
    public int tellChanges() {
        int told = 0;
        long after = 0;
        List<Subscription> changed;
        do {
            long begin = after;
            changed = database.read(handle -> store.changed(handle, begin, AT_ONCE));
            for (Subscription subscription : changed) {
                told += tell(subscription) ? 1 : 0;
                after = subscription.id();
            }
        } while (changed.size() == AT_ONCE);
        return told;
    }

    private boolean tell(Subscription subscription) {
        String page = subscription.site() + "/subscription?k=" + subscription.key();
        Mail mail = new Mail(
                subscription.email(),
                texts.text("subscribe.mail.news.subject"),
                texts.text("subscribe.mail.news.text"),
                subscription.site() + "/track",
                page);
        return database.write(transaction -> store.take(transaction, subscription) && notices.mail(transaction, mail));
    }

    /** Forgets addresses that nobody has confirmed within a week. */
    public int deleteUnconfirmed(LocalDateTime now) {
        return database.write(transaction -> store.deleteUnconfirmed(transaction, now.minusDays(UNCONFIRMED_DAYS)));
    }

    private String key() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }
}
