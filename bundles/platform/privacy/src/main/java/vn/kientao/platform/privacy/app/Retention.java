package vn.kientao.platform.privacy.app;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.privacy.RetentionRule;
import vn.kientao.platform.api.privacy.RetentionSource;
import vn.kientao.platform.api.privacy.RetentionSource.Scope;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.privacy.domain.KeptPeriod;
import vn.kientao.platform.privacy.store.HoldRepository;
import vn.kientao.platform.privacy.store.PrivacyStore;
import vn.kientao.platform.privacy.store.RetentionRepository;
import vn.kientao.platform.privacy.store.RetentionRepository.SetPeriod;

/** What is kept how long: the rules of all who keep something, the periods set for them, and the work they ask for. */
@Component(service = Retention.class)
public final class Retention {
    private static final int AT_ONCE = 200;

    private final PrivacySources sources;
    private final PrivacyStore store;
    private final AuditTrail audit;
    private final Clock clock;
    private final RetentionRepository periods = new RetentionRepository();
    private final HoldRepository holds = new HoldRepository();

    @Activate
    public Retention(
            @Reference PrivacySources sources,
            @Reference PrivacyStore store,
            @Reference AuditTrail audit,
            @Reference Clock clock) {
        this.sources = sources;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** A rule, and what it would touch now. */
    public record Due(KeptPeriod kept, long count, long held) {}

    /** Every rule with the period that counts, in order of id. */
    public List<KeptPeriod> rules() {
        return sources.everywhere(RetentionSource.class, RetentionSource::rules).stream()
                .flatMap(List::stream)
                .map(this::kept)
                .sorted(Comparator.comparing(kept -> kept.rule().id()))
                .toList();
    }

    public Optional<KeptPeriod> rule(String id) {
        return rules().stream().filter(kept -> kept.rule().id().equals(id)).findFirst();
    }

    private KeptPeriod kept(RetentionRule rule) {
        return store.read(handle -> {
            Optional<SetPeriod> set = periods.period(handle, rule.id(), today());
            return new KeptPeriod(
                    rule,
                    set.map(SetPeriod::period).orElse(rule.standard()),
                    set.map(SetPeriod::legalBasis).orElse(rule.legalBasis()),
                    set.isPresent(),
                    periods.lastRun(handle, rule.id()));
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.ZONE);
    }

    /** What a run would do now; changes nothing. */
    public List<Due> dryRun() {
        Instant now = clock.instant();
        return rules().stream()
                .map(kept -> {
                    Set<String> held = held(kept);
                    Scope scope = new Scope(kept.before(now), held);
                    return new Due(kept, count(kept.rule().id(), scope), held.size());
                })
                .toList();
    }

    private long count(String rule, Scope scope) {
        return sources
                .everywhere(RetentionSource.class, source -> has(source, rule) ? source.due(rule, scope) : 0L)
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static boolean has(RetentionSource source, String rule) {
        return source.rules().stream().anyMatch(one -> one.id().equals(rule));
    }

    private Set<String> held(KeptPeriod kept) {
        return new HashSet<>(store.read(handle -> holds.held(handle, kept.rule().objectType())));
    }

    /**
     * Sets the period of a rule from today on.
     *
     * @throws IllegalArgumentException when it is shorter than the rule allows
     */
    public void set(RetentionRule rule, Period period, String legalBasis, AuditEntry entry) {
        if (days(period) < days(rule.least())) {
            throw new IllegalArgumentException("period " + period + " (expected: at least " + rule.least() + ")");
        }
        store.write(transaction -> {
            periods.set(transaction, rule.id(), new SetPeriod(period, legalBasis), today());
            audit.record(transaction, entry);
            return period;
        });
    }

    private static long days(Period period) {
        LocalDate day = LocalDate.of(2026, 1, 1);
        return day.plus(period).toEpochDay() - day.toEpochDay();
    }

    /** Does what a rule asks for, a few hundred objects a transaction, each with its audit entry; returns how many. */
    public long run(KeptPeriod kept, String account) {
        String rule = kept.rule().id();
        Instant now = clock.instant();
        Scope scope = new Scope(kept.before(now), held(kept));
        long run = store.write(transaction -> periods.begin(transaction, rule, kept.period(), account, now));
        long done = 0;
        int more;
        do {
            more = store.write(transaction -> {
                int touched = apply(transaction, rule, scope);
                if (touched > 0) {
                    periods.did(transaction, run, touched);
                    audit.record(transaction, entry(kept, account, touched));
                }
                return touched;
            });
            done += more;
        } while (more > 0);
        store.write(transaction -> {
            periods.end(transaction, run, clock.instant());
            return run;
        });
        return done;
    }

    private int apply(Handle transaction, String rule, Scope scope) {
        List<Integer> touched = sources.everywhere(
                RetentionSource.class,
                source -> has(source, rule) ? source.apply(transaction, rule, scope, AT_ONCE) : 0);
        return touched.stream().mapToInt(Integer::intValue).sum();
    }

    private static AuditEntry entry(KeptPeriod kept, String account, int touched) {
        return new AuditEntry(
                account,
                Optional.empty(),
                "privacy",
                "privacy.retention",
                kept.rule().objectType(),
                kept.rule().id(),
                "{\"action\":\"" + kept.rule().action() + "\",\"period\":\"" + kept.period() + "\",\"count\":" + touched
                        + "}",
                "");
    }
}
