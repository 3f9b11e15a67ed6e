package vn.kientao.platform.security.factor;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.security.app.SignIn;
import vn.kientao.platform.security.app.SignIn.From;
import vn.kientao.platform.security.app.SignIn.Outcome;
import vn.kientao.platform.security.app.Trace;
import vn.kientao.platform.security.passkey.PasskeyAnswer;
import vn.kientao.platform.security.passkey.PasskeyException;
import vn.kientao.platform.security.passkey.Passkeys;
import vn.kientao.platform.security.passkey.Passkeys.Place;
import vn.kientao.platform.security.passkey.Passkeys.Purpose;
import vn.kientao.platform.security.store.SecurityStore;

/** Finishes a sign-in with a code, or signs in with a passkey alone. */
@Component(service = SecondStep.class)
public final class SecondStep {
    private static final Logger log = LoggerFactory.getLogger(SecondStep.class);

    private final SecurityStore store;
    private final SignIn signIn;
    private final SecondFactors factors;
    private final Passkeys passkeys;

    @Activate
    public SecondStep(
            @Reference SecurityStore store,
            @Reference SignIn signIn,
            @Reference SecondFactors factors,
            @Reference Passkeys passkeys) {
        this.store = store;
        this.signIn = signIn;
        this.factors = factors;
        this.passkeys = passkeys;
    }

    /** The account behind a ticket; empty when it is used up or too old. */
    public Optional<Long> owner(String ticket) {
        return signIn.owner(ticket);
    }

    /** @param typed a code of the app, or a recovery code */
    public Outcome byCode(String ticket, String typed, From from, Trace trace) {
        return signIn.second(ticket, (handle, account) -> factors.prove(handle, account, typed, trace), from, trace);
    }

    public Outcome byPasskey(PasskeyAnswer answer, Place place, From from, Trace trace) {
        try {
            return store.write(handle -> {
                long account = passkeys.prove(handle, Purpose.SIGN_IN, answer, place);
                return signIn.proven(handle, account, "passkey", from, trace);
            });
        } catch (PasskeyException e) {
            log.warn("A passkey was not believed: {}", e.getMessage());
            return new Outcome.Refused();
        }
    }
}
