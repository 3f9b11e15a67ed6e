package vn.kientao.platform.security.factor;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.security.app.LostFactors;
import vn.kientao.platform.security.app.Mandate;
import vn.kientao.platform.security.app.SessionRegister;
import vn.kientao.platform.security.app.Trace;
import vn.kientao.platform.security.passkey.PasskeyAnswer;
import vn.kientao.platform.security.passkey.Passkeys;
import vn.kientao.platform.security.store.FactorRepository;
import vn.kientao.platform.security.store.PasskeyRepository.StoredPasskey;
import vn.kientao.platform.security.store.SecurityStore;

/** Gives accounts passkeys and takes factors away, with everything that belongs to it. */
@Component(service = {FactorSetup.class, LostFactors.class})
public final class FactorSetup implements LostFactors {
    private final SecurityStore store;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final SessionRegister sessions;
    private final AuditTrail audit;
    private final FactorRepository repository = new FactorRepository();

    @Activate
    public FactorSetup(
            @Reference SecurityStore store,
            @Reference SecondFactors factors,
            @Reference Passkeys passkeys,
            @Reference SessionRegister sessions,
            @Reference AuditTrail audit) {
        this.store = store;
        this.factors = factors;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * Adds a passkey.
     *
     * @return recovery codes to be shown once; none when the account has some already
     * @throws vn.kientao.platform.security.passkey.PasskeyException when the answer is not to be believed
     */
    public List<String> addPasskey(long account, String name, PasskeyAnswer answer, Passkeys.Place place, Trace trace) {
        List<String> codes = store.write(handle -> {
            passkeys.register(handle, account, name, answer, place);
            audit.record(handle, entry(trace, "security.factor-add", account, "passkey"));
            return repository.recoveryCodes(handle, account) > 0
                    ? List.<String>of()
                    : factors.newCodes(handle, account, trace);
        });
        sessions.forgetActors();
        return codes;
    }

    public List<StoredPasskey> passkeys(long account) {
        return passkeys.of(account);
    }

    public boolean removePasskey(long account, String id, Trace trace) {
        boolean removed = store.write(handle -> {
            if (!passkeys.remove(handle, account, id)) {
                return false;
            }
            factors.tidy(handle, account);
            audit.record(handle, entry(trace, "security.factor-remove", account, "passkey"));
            return true;
        });
        sessions.forgetActors();
        return removed;
    }

    @Override
    public boolean any(long account) {
        return store.read(handle -> repository.any(handle, account));
    }

    @Override
    public boolean removeAll(long account, Mandate mandate, String reason, Trace trace) {
        boolean removed = store.write(handle -> {
            mandate.overAccount(handle, account);
            if (!repository.any(handle, account)) {
                return false;
            }
            repository.removeTotp(handle, account);
            passkeys.of(account).forEach(passkey -> passkeys.remove(handle, account, passkey.id()));
            factors.tidy(handle, account);
            sessions.endOthers(handle, account, "");
            audit.record(
                    handle,
                    entry(trace, "security.factor-remove", account, "all").because(reason));
            return true;
        });
        sessions.forgetActors();
        return removed;
    }

    private static vn.kientao.platform.api.security.AuditEntry entry(
            Trace trace, String action, long account, String factor) {
        return trace.entry(action, "account", String.valueOf(account), "{\"factor\":\"" + factor + "\"}");
    }
}
