package vn.kientao.platform.security.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.Delegation;
import vn.kientao.platform.security.domain.NewDelegation;
import vn.kientao.platform.security.domain.NewDelegation.Fault;
import vn.kientao.platform.security.domain.Post;
import vn.kientao.platform.security.store.AccountRepository;
import vn.kientao.platform.security.store.DelegationRepository;
import vn.kientao.platform.security.store.PostRepository;
import vn.kientao.platform.security.store.SecurityStore;

/** Lends posts to colleagues, takes them back, and lets a session act in the place of somebody who is away. */
@Component(service = Delegations.class)
public final class Delegations {
    private static final int MOST_SHOWN = 200;

    private final SecurityStore store;
    private final SessionRegister sessions;
    private final AuditTrail audit;
    private final Clock clock;
    private final AccountRepository accounts = new AccountRepository();
    private final PostRepository posts = new PostRepository();
    private final DelegationRepository delegations = new DelegationRepository();

    @Activate
    public Delegations(
            @Reference SecurityStore store,
            @Reference SessionRegister sessions,
            @Reference AuditTrail audit,
            @Reference Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that the account has made, newest first. */
    public List<Delegation> by(long holder) {
        return store.read(handle -> delegations.by(handle, holder));
    }

    /** Those by which the account may act today. */
    public List<Delegation> open(long delegate) {
        LocalDate today = today();
        return store.read(handle -> delegations.to(handle, delegate, today)).stream()
                .filter(one -> one.heldOn(today))
                .toList();
    }

    /** The newest ones of an agency's posts. */
    public List<Delegation> in(String agency) {
        return store.read(handle -> delegations.in(handle, agency, MOST_SHOWN));
    }

    /** Lends a post of {@code holder}; tells what is wrong, and then nothing was lent. */
    public Optional<Fault> lend(long holder, NewDelegation wanted, Trace trace) {
        Optional<Fault> fault = wanted.fault(today());
        return fault.isPresent() ? fault : store.write(handle -> lend(handle, holder, wanted, trace));
    }

    private Optional<Fault> lend(Handle handle, long holder, NewDelegation wanted, Trace trace) {
        Optional<Post> lent = posts.find(handle, wanted.post());
        Optional<Fault> fault = lent.map(post -> wanted.fault(post, holder))
                .orElseGet(() -> Optional.of(new Fault("post", "delegations.post-unknown")));
        if (fault.isPresent()) {
            return fault;
        }
        Post post = lent.orElseThrow();
        if (!colleague(handle, holder, wanted.delegate(), post.agency().orElseThrow())) {
            return Optional.of(new Fault("delegate", "delegations.no-colleague"));
        }
        if (delegations.of(handle, post.id()).stream().anyMatch(other -> overlap(other, wanted))) {
            return Optional.of(new Fault("from", "delegations.overlaps"));
        }
        long id = delegations.add(handle, wanted, clock.instant());
        audit.record(
                handle,
                trace.in(post.agency())
                        .entry(
                                "security.delegate",
                                "delegation",
                                String.valueOf(id),
                                Detail.json(
                                        "post",
                                        String.valueOf(post.id()),
                                        "role",
                                        post.role(),
                                        "agency",
                                        post.agency().orElse(""),
                                        "delegate",
                                        String.valueOf(wanted.delegate()),
                                        "from",
                                        wanted.from().toString(),
                                        "to",
                                        wanted.to().toString()))
                        .because(wanted.reason()));
        return Optional.empty();
    }

    private boolean colleague(Handle handle, long holder, long delegate, String agency) {
        return delegate != holder
                && accounts.find(handle, delegate)
                        .filter(account -> !account.disabled())
                        .isPresent()
                && holdsPost(handle, delegate, agency, today());
    }

    private boolean holdsPost(Handle handle, long account, String agency, LocalDate day) {
        return posts.of(handle, account).stream()
                .anyMatch(post ->
                        post.heldOn(day) && post.agency().filter(agency::equals).isPresent());
    }

    private static boolean overlap(Delegation other, NewDelegation wanted) {
        return other.endedAt().isEmpty()
                && !other.to().isBefore(wanted.from())
                && !other.from().isAfter(wanted.to());
    }

    /** Takes back at once what {@code holder} has lent; false when there is no such delegation, or it is over. */
    public boolean takeBack(long holder, long id, Trace trace) {
        boolean ended = store.write(handle -> {
            boolean own = delegations
                    .find(handle, id)
                    .filter(one -> one.post().account() == holder)
                    .filter(one -> one.on(today()) != Post.State.OVER)
                    .isPresent();
            if (own && delegations.end(handle, id, clock.instant())) {
                audit.record(handle, trace.entry("security.delegation-end", "delegation", String.valueOf(id), ""));
                return true;
            }
            return false;
        });
        sessions.forgetActors();
        return ended;
    }

    /** Lets the session of {@code token} act by a delegation to {@code delegate}; false when it is not open to them. */
    public boolean act(String token, long delegate, long id, Trace trace) {
        Optional<Delegation> wanted =
                open(delegate).stream().filter(one -> one.id() == id).findFirst();
        if (wanted.isEmpty()) {
            return false;
        }
        return store.write(handle -> {
            sessions.act(handle, token, Optional.of(id));
            Post post = wanted.get().post();
            String holder = String.valueOf(post.account());
            audit.record(handle, trace.in(post.agency()).entry("security.act-for", "account", holder, detail(id)));
            return true;
        });
    }

    /** Lets the session act by its account's own posts again. */
    public void actAsOneself(String token, long delegate, Trace trace) {
        store.write(handle -> {
            sessions.act(handle, token, Optional.empty());
            audit.record(handle, trace.entry("security.act-as-oneself", "account", String.valueOf(delegate), ""));
            return true;
        });
    }

    /** Colleagues in the agency to whom {@code holder} may lend a post, in order of login. */
    public List<Account> colleagues(long holder, String agency) {
        LocalDate today = today();
        return store.read(handle -> accounts.holders(handle, agency, today)).stream()
                .filter(account -> account.id() != holder)
                .toList();
    }

    private static String detail(long id) {
        return Detail.json("delegation", String.valueOf(id));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.ZONE);
    }
}
