package vn.kientao.platform.security.app;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.security.domain.NewPost;
import vn.kientao.platform.security.domain.Secrets;
import vn.kientao.platform.security.store.SecurityStore;

/** Makes an account together with its first post: an agency's administrator never leaves an account that nobody keeps. */
@Component(service = Hiring.class)
public final class Hiring {
    private final SecurityStore store;
    private final Accounts accounts;
    private final Posts posts;
    private final AuditTrail audit;

    @Activate
    public Hiring(
            @Reference SecurityStore store,
            @Reference Accounts accounts,
            @Reference Posts posts,
            @Reference AuditTrail audit) {
        this.store = store;
        this.accounts = accounts;
        this.posts = posts;
        this.audit = audit;
    }

    /**
     * A new account.
     *
     * @param secret its one-time password, kept nowhere
     */
    public record Hired(long account, String secret) {
        public Hired {
            requireNonNull(secret, "secret");
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Hired account " + account;
        }
    }

    /**
     * Empty when the login is taken.
     *
     * @throws Mandate.BeyondMandateException when the mandate does not allow the post
     */
    public Optional<Hired> hire(String login, String name, NewPost first, Mandate mandate, Trace by) {
        Trace trace = by.in(first.grant().agency());
        String secret = Secrets.readable();
        String hash = accounts.hash(secret);
        return store.write(handle -> {
            mandate.overPost(handle, 0, first.grant(), first.unit());
            if (accounts.taken(handle, login)) {
                return Optional.empty();
            }
            long id = accounts.add(handle, login, name, hash, true, trace);
            posts.add(handle, id, first, trace);
            audit.record(
                    handle, trace.entry("security.post-grant", "account", String.valueOf(id), Posts.detail(first)));
            return Optional.of(new Hired(id, secret));
        });
    }
}
