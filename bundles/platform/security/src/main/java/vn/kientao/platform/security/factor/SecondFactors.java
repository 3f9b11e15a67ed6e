package vn.kientao.platform.security.factor;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.security.app.DataFolder;
import vn.kientao.platform.security.app.SessionRegister;
import vn.kientao.platform.security.app.Trace;
import vn.kientao.platform.security.domain.Secrets;
import vn.kientao.platform.security.store.FactorRepository;
import vn.kientao.platform.security.store.FactorRepository.StoredTotp;
import vn.kientao.platform.security.store.SecurityStore;

/** The authenticator app and the recovery codes of an account: set up, checked, used up, taken away. */
@Component(service = SecondFactors.class)
public final class SecondFactors {
    private static final Logger log = LoggerFactory.getLogger(SecondFactors.class);
    private static final Pattern DIGITS = Pattern.compile("\\d{6}");

    private final SecurityStore store;
    private final SessionRegister sessions;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecretBox box;
    private final FactorRepository factors = new FactorRepository();

    @Activate
    public SecondFactors(
            @Reference SecurityStore store,
            @Reference SessionRegister sessions,
            @Reference AuditTrail audit,
            @Reference Clock clock,
            BundleContext context) {
        this(store, sessions, audit, clock, DataFolder.of(context));
    }

    private SecondFactors(SecurityStore store, SessionRegister sessions, AuditTrail audit, Clock clock, Path data) {
        this.store = store;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.box = new SecretBox(FactorKey.find(System.getenv().getOrDefault(FactorKey.VARIABLE, ""), data));
    }

    /** Without the framework; in the folder {@code data} lies the key that opens the secrets in the database. */
    public static SecondFactors of(
            SecurityStore store, SessionRegister sessions, AuditTrail audit, Clock clock, Path data) {
        return new SecondFactors(store, sessions, audit, clock, data);
    }

    /** What an account has. */
    public record Status(boolean app, boolean any, int recoveryCodes) {}

    public Status status(long account) {
        return store.read(handle -> new Status(
                factors.totp(handle, account).filter(StoredTotp::confirmed).isPresent(),
                factors.any(handle, account),
                factors.recoveryCodes(handle, account)));
    }

    /** Whether the account is asked for a second factor at sign-in. */
    public boolean has(Handle handle, long account) {
        return factors.any(handle, account);
    }

    /**
     * The secret that the account is about to confirm; the one from before when it has not been confirmed yet, so that
     * looking at the page twice shows one QR code. Empty when the account has an app already.
     */
    public Optional<byte[]> begin(long account) {
        Optional<StoredTotp> present = store.read(handle -> factors.totp(handle, account));
        if (present.filter(StoredTotp::confirmed).isPresent()) {
            return Optional.empty();
        }
        Optional<byte[]> begun = present.flatMap(totp -> box.open(totp.secret(), purpose(account)));
        if (begun.isPresent()) {
            return begun;
        }
        byte[] secret = Secrets.bytes(Totp.SECRET_BYTES);
        String locked = box.lock(secret, purpose(account));
        return store.write(handle -> {
            factors.begin(handle, account, locked, clock.instant());
            return Optional.of(secret);
        });
    }

    /**
     * Confirms the app by its first code.
     *
     * @return the recovery codes, to be shown once; none when the account has some already; empty when the code is wrong
     */
    public Optional<List<String>> confirm(long account, String typed, Trace trace) {
        Optional<List<String>> codes = store.write(handle -> {
            boolean confirmed = factors.totp(handle, account)
                    .filter(totp -> !totp.confirmed() && proves(handle, account, totp, digits(typed)))
                    .isPresent();
            if (!confirmed) {
                return Optional.empty();
            }
            audit.record(handle, trace.entry("security.factor-add", "account", text(account), "{\"factor\":\"app\"}"));
            return Optional.of(
                    factors.recoveryCodes(handle, account) > 0 ? List.of() : newCodes(handle, account, trace));
        });
        sessions.forgetActors();
        return codes;
    }

    /** Makes new recovery codes; the old ones are good for nothing any more. */
    public List<String> renewCodes(long account, Trace trace) {
        return store.write(handle -> newCodes(handle, account, trace));
    }

    /** As {@link #renewCodes} in the caller's transaction. */
    List<String> newCodes(Handle handle, long account, Trace trace) {
        factors.removeRecoveryCodes(handle, account);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RecoveryCode.COUNT; i++) {
            String code = RecoveryCode.make();
            factors.addRecoveryCode(handle, account, RecoveryCode.hash(account, code), clock.instant());
            codes.add(code);
        }
        audit.record(handle, trace.entry("security.recovery-codes", "account", text(account), ""));
        return List.copyOf(codes);
    }

    /** The method by which what was typed proves the account, used up; empty when it proves nothing. */
    public Optional<String> prove(Handle handle, long account, String typed, Trace trace) {
        String digits = digits(typed);
        if (DIGITS.matcher(digits).matches()) {
            return factors.totp(handle, account)
                    .filter(totp -> totp.confirmed() && proves(handle, account, totp, digits))
                    .map(totp -> "app");
        }
        if (!factors.useRecoveryCode(handle, account, RecoveryCode.hash(account, typed))) {
            return Optional.empty();
        }
        audit.record(handle, trace.entry("security.recovery-code-used", "account", text(account), ""));
        return Optional.of("recovery");
    }

    /** Takes the app away. With the last factor the recovery codes go, too. */
    public boolean removeApp(long account, Trace trace) {
        return changed(account, handle -> {
            boolean removed = factors.removeTotp(handle, account);
            if (removed) {
                tidy(handle, account);
                audit.record(
                        handle,
                        trace.entry("security.factor-remove", "account", text(account), "{\"factor\":\"app\"}"));
            }
            return removed;
        });
    }

    /** After a factor went: without any, nothing of it stays, and a short password has to be changed. */
    void tidy(Handle handle, long account) {
        if (!factors.any(handle, account)) {
            factors.removeRecoveryCodes(handle, account);
            factors.outgrowShortPassword(handle, account);
        }
    }

    boolean changed(long account, vn.kientao.platform.api.data.Database.Work<Boolean> work) {
        boolean changed = store.write(work);
        sessions.forgetActors();
        return changed;
    }

    private boolean proves(Handle handle, long account, StoredTotp totp, String digits) {
        Optional<byte[]> secret = box.open(totp.secret(), purpose(account));
        if (secret.isEmpty()) {
            log.error("The secret of account {} was encrypted with another key than {}", account, FactorKey.FILE);
            return false;
        }
        Instant now = clock.instant();
        OptionalLong step = Totp.match(secret.get(), digits, now, totp.lastStep());
        return step.isPresent() && factors.use(handle, account, step.getAsLong());
    }

    private static String digits(String typed) {
        return typed.replace(" ", "");
    }

    private static String purpose(long account) {
        return "totp " + account;
    }

    private static String text(long account) {
        return String.valueOf(account);
    }
}
