package vn.kientao.platform.security.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.security.domain.NewPost;
import vn.kientao.platform.security.domain.Post;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.security.store.PostRepository;
import vn.kientao.platform.security.store.SecurityStore;

/**
 * Gives posts and ends them. A post takes effect and ends by itself with its days in Viet Nam; what a person may do follows
 * without anybody doing anything, and sessions get another id when a post is given or taken.
 */
@Component(service = Posts.class)
public final class Posts {
    private final SecurityStore store;
    private final SessionRegister sessions;
    private final Clock clock;
    private final Changes changes;
    private final PostRepository posts = new PostRepository();

    @Activate
    public Posts(
            @Reference SecurityStore store,
            @Reference SessionRegister sessions,
            @Reference AuditTrail audit,
            @Reference Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.clock = clock;
        this.changes = new Changes(store, sessions, audit);
    }

    /** All posts of the account with those that are over, the first one given first. */
    public List<Post> of(long account) {
        return store.read(handle -> posts.of(handle, account));
    }

    /** The posts of several accounts, by account. */
    public Map<Long, List<Post>> of(Collection<Long> accounts) {
        return store.read(handle -> posts.of(handle, accounts));
    }

    /** The posts that the account holds today. */
    public List<Post> held(long account) {
        LocalDate today = today();
        return of(account).stream().filter(post -> post.heldOn(today)).toList();
    }

    /** The units of the agency that posts name. */
    public List<String> units(String agency) {
        return store.read(handle -> posts.units(handle, agency));
    }

    /** The day it is in Viet Nam. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.ZONE);
    }

    /** From today on, without end. */
    public boolean grant(long account, RoleGrant grant, Trace trace) {
        return grant(account, NewPost.since(today(), grant), Mandate.WHOLE, trace);
    }

    /**
     * Gives the account a post; false when it has that very post in that time.
     *
     * @throws Mandate.BeyondMandateException when the mandate does not allow it
     */
    public boolean grant(long account, NewPost post, Mandate mandate, Trace trace) {
        return changes.make(
                account,
                "security.post-grant",
                detail(post),
                trace.in(post.grant().agency()),
                handle -> {
                    mandate.overPost(handle, account, post.grant(), post.unit());
                    return add(handle, account, post, trace);
                });
    }

    /** In the caller's transaction, which has asked the mandate and writes the audit entry. */
    boolean add(Handle handle, long account, NewPost post, Trace trace) {
        if (posts.of(handle, account).stream().anyMatch(post::repeats)) {
            return false;
        }
        posts.add(handle, account, post, by(trace), clock.instant());
        sessions.renew(handle, account);
        return true;
    }

    static String detail(NewPost post) {
        return Detail.json(
                "role",
                post.grant().role(),
                "agency",
                post.grant().agency().orElse(""),
                "unit",
                post.unit(),
                "from",
                post.from().toString(),
                "to",
                post.to().map(LocalDate::toString).orElse(""));
    }

    /**
     * Ends a post of the account; false when the account has no such post, or it is over.
     *
     * @param last its last day; empty to end it at once
     * @throws Mandate.BeyondMandateException when the mandate does not allow it
     * @throws LastAdministratorException when nobody could administer the platform afterwards
     */
    public boolean end(long account, long id, Optional<LocalDate> last, Mandate mandate, Trace trace) {
        Optional<Post> found = store.read(handle -> posts.find(handle, id));
        if (found.isEmpty() || found.get().account() != account) {
            return false;
        }
        Trace there = trace.in(found.get().agency());
        return changes.make(account, "security.post-end", detail(found.get(), last), there, handle -> {
            Post post = posts.find(handle, id).orElseThrow();
            mandate.overPost(handle, account, post.grant(), post.unit());
            if (post.on(today()) == Post.State.OVER) {
                return false;
            }
            if (last.isPresent()) {
                posts.endOn(handle, id, by(trace), last.get());
            } else {
                posts.endAtOnce(handle, id, by(trace), clock.instant());
            }
            changes.requireAdministrator(handle, account, today());
            sessions.renew(handle, account);
            return true;
        });
    }

    private static String detail(Post post, Optional<LocalDate> last) {
        return Detail.json(
                "role",
                post.role(),
                "agency",
                post.agency().orElse(""),
                "unit",
                post.unit(),
                "last",
                last.map(LocalDate::toString).orElse("now"));
    }

    private static String by(Trace trace) {
        return trace.entry("security.post", "account", "", "").account();
    }
}
