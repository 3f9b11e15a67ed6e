package vn.kientao.platform.privacy.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.privacy.DataSubject;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.platform.privacy.domain.Decision;
import vn.kientao.platform.privacy.domain.RequestKind;
import vn.kientao.platform.privacy.domain.RequestQuery;
import vn.kientao.platform.privacy.domain.RequestRow;
import vn.kientao.platform.privacy.domain.RequestState;
import vn.kientao.platform.privacy.domain.RequestStep;
import vn.kientao.platform.privacy.domain.RightRule;
import vn.kientao.platform.privacy.domain.SubjectRequest;
import vn.kientao.platform.privacy.store.PrivacyStore;
import vn.kientao.platform.privacy.store.RequestRepository;
import vn.kientao.platform.privacy.store.RequestWriter;
import vn.kientao.platform.privacy.store.RuleRepository;

/** Receives requests of those whose data is kept, and lets them be looked up and followed. */
@Component(service = RequestDesk.class)
public final class RequestDesk {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int RANDOM_SIGNS = 8;
    private static final int PHONE_END = 4;

    private final PrivacyStore store;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final SecureRandom random = new SecureRandom();
    private final RuleRepository rules = new RuleRepository();
    private final RequestRepository requests = new RequestRepository();
    private final RequestWriter writer = new RequestWriter();

    @Activate
    public RequestDesk(@Reference PrivacyStore store, @Reference Deadlines deadlines, @Reference AuditTrail audit) {
        this.store = store;
        this.deadlines = deadlines;
        this.audit = audit;
    }

    /** The rule in force at the moment; empty when no row says how fast such a request must be answered. */
    public Optional<RightRule> rule(RequestKind kind, LocalDateTime now) {
        return store.read(handle -> rules.on(handle, kind, now.toLocalDate()));
    }

    /**
     * Receives a request. A repetition with the same key answers with the request that the first one made.
     *
     * @param atDesk whether an officer writes it down for somebody who is there
     * @throws IllegalStateException when no rule is in force for this kind
     */
    public SubjectRequest receive(
            RequestKind kind,
            DataSubject subject,
            String words,
            boolean atDesk,
            Optional<String> onceKey,
            Officer officer) {
        Optional<String> key = onceKey.map(once -> officer.account() + " " + once);
        return store.write(transaction -> {
            Optional<SubjectRequest> before = key.flatMap(once -> requests.codeByOnceKey(transaction, once))
                    .flatMap(code -> requests.find(transaction, code));
            if (before.isPresent()) {
                return before.get();
            }
            SubjectRequest made = made(transaction, kind, subject, words, atDesk, officer);
            writer.insert(transaction, made, key);
            audit.record(
                    transaction,
                    officer.audit()
                            .entry(
                                    "privacy.receive",
                                    "data-request",
                                    made.code(),
                                    "{\"kind\":\"" + kind.word() + "\",\"due\":\"" + made.dueAt() + "\"}"));
            return requests.find(transaction, made.code()).orElseThrow();
        });
    }

    private SubjectRequest made(
            Handle transaction, RequestKind kind, DataSubject subject, String words, boolean atDesk, Officer officer) {
        LocalDateTime now = officer.at();
        RightRule rule = rules.on(transaction, kind, now.toLocalDate())
                .orElseThrow(() -> new IllegalStateException("no rule for " + kind + " on " + now.toLocalDate()));
        return new SubjectRequest(
                0,
                1,
                officer.agency(),
                "DL-" + DAY.format(now) + "-" + signs(),
                kind,
                RequestState.RECEIVED,
                subject,
                words,
                atDesk,
                now,
                rule.reply().end(now, deadlines),
                rule.end().end(now, deadlines),
                rule,
                false,
                "",
                Decision.NONE,
                "",
                "",
                Optional.empty(),
                List.of(new SubjectRequest.Event(1, now, RequestStep.RECEIVE, officer.account(), "")),
                List.of());
    }

    private String signs() {
        IntFunction<String> sign = index -> String.valueOf(SIGNS.charAt(index));
        return random.ints(RANDOM_SIGNS, 0, SIGNS.length()).mapToObj(sign).collect(Collectors.joining());
    }

    /** The request of this agency under a code. */
    public Optional<SubjectRequest> find(String agency, String code) {
        return store.read(handle -> requests.find(handle, code))
                .filter(request -> request.agency().equals(agency));
    }

    /**
     * For whoever made it, by the code and the last four digits of the telephone number. A code that does not exist and
     * digits that are wrong give the same answer: nothing.
     */
    public Optional<SubjectRequest> track(String code, String phoneEnd) {
        return store.read(handle -> requests.find(handle, code.strip().toUpperCase(Locale.ROOT)))
                .filter(request -> phoneEnd.length() == PHONE_END
                        && equal(end(request.subject().phone()), phoneEnd));
    }

    private static String end(String phone) {
        return phone.substring(Math.max(0, phone.length() - PHONE_END));
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** A page of an agency's requests. */
    public List<RequestRow> list(RequestQuery query, Optional<Long> after, int most) {
        return store.read(handle -> requests.list(handle, query, after, most));
    }

    /** Writes down that something was taken out of the platform. */
    public void taken(AuditEntry entry) {
        store.write(handle -> {
            audit.record(handle, entry);
            return entry;
        });
    }
}
