package vn.kientao.platform.security.app;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Session;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.store.AccountRepository;
import vn.kientao.platform.security.store.FactorRepository;
import vn.kientao.platform.security.store.SessionRepository.StoredSession;

/**
 * What somebody has to do before anything else: change a password that somebody else made; as an administrator, set up a
 * second factor where that is required. Until then the session carries no permission at all.
 */
public final class Duties {
    private static final String PASSWORD = "/account/password";
    private static final String FACTOR = "/account/second-factor";

    private final FactorPolicy policy;
    private final AccountRepository accounts = new AccountRepository();
    private final FactorRepository factors = new FactorRepository();

    public Duties(FactorPolicy policy) {
        this.policy = policy;
    }

    Session session(Handle handle, StoredSession stored, Actor actor) {
        Optional<String> duty = duty(handle, stored.account(), actor);
        Actor held = duty.isEmpty() ? actor : new Actor(actor.account(), actor.name(), Set.of(), Map.of());
        return new Session(stored.id(), held, stored.csrfToken(), Optional.empty(), duty);
    }

    /** The actor with what it may do before its duties are done. */
    Actor held(Handle handle, long account, Actor actor) {
        return duty(handle, account, actor).isEmpty()
                ? actor
                : new Actor(actor.account(), actor.name(), Set.of(), Map.of());
    }

    private Optional<String> duty(Handle handle, long account, Actor actor) {
        if (accounts.find(handle, account).filter(Account::mustChange).isPresent()) {
            return Optional.of(PASSWORD);
        }
        boolean owed = policy.factorRequired() && administers(actor) && !factors.any(handle, account);
        return owed ? Optional.of(FACTOR) : Optional.empty();
    }

    private static boolean administers(Actor actor) {
        return actor.everywhere().contains(Permission.ADMINISTER.name())
                || actor.everywhere().contains(Permission.CATALOGUE.name())
                || actor.byAgency().values().stream().anyMatch(held -> held.contains(Permission.CATALOGUE.name()));
    }
}
