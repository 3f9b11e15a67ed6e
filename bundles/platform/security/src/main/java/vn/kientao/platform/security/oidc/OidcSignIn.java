package vn.kientao.platform.security.oidc;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.outbound.OutboundHttp;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.security.app.SessionRegister;
import vn.kientao.platform.security.app.SignIn;
import vn.kientao.platform.security.app.SignIn.From;
import vn.kientao.platform.security.app.SignIn.Outcome;
import vn.kientao.platform.security.app.Trace;
import vn.kientao.platform.security.domain.Secrets;
import vn.kientao.platform.security.factor.SecretBox;
import vn.kientao.platform.security.store.LinkRepository;
import vn.kientao.platform.security.store.LinkRepository.StoredLink;
import vn.kientao.platform.security.store.ProofRepository;
import vn.kientao.platform.security.store.SecretRepository;
import vn.kientao.platform.security.store.SecurityStore;

/**
 * Signs people in who come back from a provider, and links accounts with names there. A link is made by its owner while
 * signed in, or by an administrator who knows the subject; an e-mail address proves nothing and is not asked for.
 */
@Component(service = OidcSignIn.class)
public final class OidcSignIn {
    private static final Logger log = LoggerFactory.getLogger(OidcSignIn.class);
    private static final String METHOD = "oidc";

    private final SecurityStore store;
    private final SignIn signIn;
    private final SessionRegister sessions;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecretBox box;
    private final OidcHttp http;
    private final LinkRepository links = new LinkRepository();
    private final ProofRepository proofs = new ProofRepository();
    private final ConcurrentMap<OidcProvider, OidcClient> clients = new ConcurrentHashMap<>();

    @Activate
    public OidcSignIn(
            @Reference SecurityStore store,
            @Reference SignIn signIn,
            @Reference SessionRegister sessions,
            @Reference AuditTrail audit,
            @Reference OutboundHttp outbound,
            @Reference Clock clock) {
        this.store = store;
        this.signIn = signIn;
        this.sessions = sessions;
        this.audit = audit;
        this.http = new OidcHttp(outbound);
        this.clock = clock;
        this.box = new SecretBox(store.write(OidcSignIn::key));
    }

    private static byte[] key(Handle handle) {
        SecretRepository secrets = new SecretRepository();
        return secrets.find(handle, METHOD).orElseGet(() -> {
            byte[] made = Secrets.bytes(SecretBox.KEY_BYTES);
            secrets.add(handle, METHOD, made);
            return made;
        });
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bindProvider(OidcProvider provider) {
        clients.put(provider, new OidcClient(provider, http, clock));
    }

    public void unbindProvider(OidcProvider provider) {
        clients.remove(provider);
    }

    /** The providers that are configured, in order of id. */
    public List<OidcProvider> providers() {
        return clients.keySet().stream()
                .sorted(Comparator.comparing(OidcProvider::id))
                .toList();
    }

    public Optional<OidcProvider> provider(String id) {
        return providers().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** @param cookie to be kept by the browser until it is back */
    public record Departure(URI address, String cookie) {}

    /**
     * Begins a sign-in, or a link of {@code account} (0: nobody's).
     *
     * @param redirect where the provider sends the reader back to
     * @throws OidcException when the provider does not answer
     */
    public Departure begin(OidcProvider provider, String next, long account, String redirect) {
        OidcFlow flow = OidcFlow.begin(provider.id(), next, account, clock.instant());
        return new Departure(client(provider).authorization(flow, redirect), flow.sealed(box));
    }

    /** How a visit to a provider ended. */
    public sealed interface Arrival {
        /** @param next where to go */
        record SignedIn(Outcome outcome, String next) implements Arrival {}

        record Linked(String next) implements Arrival {}

        /** The provider knows the person, and no account is linked with that name; or the name is linked elsewhere. */
        record NotLinked() implements Arrival {}

        /** Something does not fit; the log says what. */
        record Refused() implements Arrival {}
    }

    /**
     * What the provider's answer carries.
     *
     * @param account who is signed in here; 0 when nobody is
     */
    public record Answer(String cookie, String state, String code, String redirect, long account) {
        /** Without what is secret. */
        @Override
        public String toString() {
            return "Answer";
        }
    }

    public Arrival finish(OidcProvider provider, Answer answer, From from, Trace trace) {
        try {
            OidcFlow flow = flow(provider, answer);
            String subject = client(provider).subject(flow, answer.code(), answer.redirect());
            return flow.account() == 0
                    ? signedIn(provider, subject, flow, from, trace)
                    : linked(provider, subject, flow, answer.account(), trace);
        } catch (OidcException e) {
            log.warn("A sign-in through {} is refused: {}", provider.id(), e.getMessage());
            return new Arrival.Refused();
        }
    }

    private OidcFlow flow(OidcProvider provider, Answer answer) {
        OidcFlow flow = OidcFlow.open(box, answer.cookie(), clock.instant())
                .filter(found -> found.provider().equals(provider.id()))
                .orElseThrow(() -> new OidcException("no sign-in is under way in this browser"));
        byte[] expected = flow.state().getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, answer.state().getBytes(StandardCharsets.UTF_8))) {
            throw new OidcException("state of another sign-in");
        }
        if (answer.code().isEmpty()) {
            throw new OidcException("no code: the provider or the reader said no");
        }
        return flow;
    }

    private Arrival signedIn(OidcProvider provider, String subject, OidcFlow flow, From from, Trace trace) {
        return store.write(handle -> {
            Optional<Long> account = links.account(handle, provider.issuer(), subject);
            if (account.isEmpty()) {
                return new Arrival.NotLinked();
            }
            Outcome outcome = signIn.provenByOne(handle, account.get(), METHOD, from, trace);
            if (outcome instanceof Outcome.SignedIn open) {
                proofs.openedBy(handle, Secrets.hash(open.token()), provider.id());
            }
            return new Arrival.SignedIn(outcome, flow.next());
        });
    }

    private Arrival linked(OidcProvider provider, String subject, OidcFlow flow, long account, Trace trace) {
        if (account != flow.account()) {
            throw new OidcException("the account that began the link is not signed in");
        }
        return link(account, provider.issuer(), subject, trace)
                ? new Arrival.Linked(flow.next())
                : new Arrival.NotLinked();
    }

    /** Links an account with a name at a provider; false when that name is linked already. */
    public boolean link(long account, String issuer, String subject, Trace trace) {
        return store.write(handle -> {
            boolean added = links.add(handle, issuer, subject, account, clock.instant());
            if (added) {
                audit.record(handle, trace.entry("security.link-add", "account", String.valueOf(account), ""));
            }
            return added;
        });
    }

    public boolean unlink(long account, String issuer, String subject, Trace trace) {
        return store.write(handle -> {
            boolean removed = links.remove(handle, issuer, subject, account);
            if (removed) {
                audit.record(handle, trace.entry("security.link-remove", "account", String.valueOf(account), ""));
            }
            return removed;
        });
    }

    public List<StoredLink> links(long account) {
        return store.read(handle -> links.of(handle, account));
    }

    /** The provider through which the session of the token was opened. */
    public Optional<OidcProvider> openedBy(String token) {
        return store.read(handle -> proofs.openedBy(handle, sessions.id(token))).flatMap(this::provider);
    }

    /** Where the provider ends its own session; empty when it does not offer that, or does not answer. */
    public Optional<URI> endSession(OidcProvider provider, String back) {
        try {
            return client(provider).endSession(back);
        } catch (OidcException e) {
            log.warn("{} does not say how to sign out: {}", provider.id(), e.getMessage());
            return Optional.empty();
        }
    }

    private OidcClient client(OidcProvider provider) {
        return Optional.ofNullable(clients.get(provider))
                .orElseThrow(() -> new OidcException("provider " + provider.id() + " has gone"));
    }
}
