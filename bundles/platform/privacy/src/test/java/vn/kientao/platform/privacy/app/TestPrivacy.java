package vn.kientao.platform.privacy.app;

import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.privacy.DataSubject;
import vn.kientao.platform.api.privacy.FieldClass;
import vn.kientao.platform.api.privacy.PersonalDataSource;
import vn.kientao.platform.api.privacy.PersonalField;
import vn.kientao.platform.api.privacy.PersonalRecord;
import vn.kientao.platform.api.privacy.RetentionRule;
import vn.kientao.platform.api.privacy.RetentionSource;
import vn.kientao.platform.api.privacy.Treatment;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.time.DeadlineTerms;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.platform.api.time.DueDate;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.platform.privacy.domain.RequestKind;
import vn.kientao.platform.privacy.domain.SubjectRequest;
import vn.kientao.platform.privacy.store.PrivacyStore;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.RecordingAuditTrail;

/** The room put together as the framework does, with one keeper of letters in memory. Every day is a working day. */
public final class TestPrivacy {
    public static final DataSubject AN = new DataSubject("Nguyễn Thị An", "096123456789", "0913123456", "");
    public static final LocalDateTime NINE = LocalDateTime.of(2026, 11, 30, 9, 0);

    public final FixedClock clock = FixedClock.at("2026-11-30T09:00");
    public final RecordingAuditTrail audit = new RecordingAuditTrail();
    public final Letters letters = new Letters();
    public final PrivacyStore store;
    public final RequestDesk desk;
    public final RequestSteps steps;
    public final PersonalRecords records;
    public final Retention retention;
    public final Holds holds;

    public TestPrivacy(Database database) {
        store = PrivacyStore.of(database);
        Deadlines deadlines = TestPrivacy::due;
        PrivacySources sources = new PrivacySources(rooms());
        desk = new RequestDesk(store, deadlines, audit);
        steps = new RequestSteps(store, deadlines, audit);
        records = new PersonalRecords(sources, store, steps, audit);
        retention = new Retention(sources, store, audit, clock);
        holds = new Holds(store, audit);
    }

    private static DueDate due(
            LocalDateTime received, TimeLimit limit, Deadlines.Reading reading, DeadlineTerms terms) {
        LocalDateTime due = received.toLocalDate().plusDays(limit.amount()).atTime(17, 0);
        return new DueDate(due, received, List.of());
    }

    private PrivacySources.Rooms rooms() {
        return new PrivacySources.Rooms() {
            @Override
            public <S, R> List<R> ask(Class<S> type, Function<S, R> question) {
                return type.isInstance(letters) ? List.of(question.apply(type.cast(letters))) : List.of();
            }
        };
    }

    public static Officer officer(String account) {
        return officer("STP", account, NINE);
    }

    public static Officer officer(String agency, String account, LocalDateTime at) {
        return new Officer(
                agency,
                account,
                at,
                (action, type, id, detail) ->
                        new AuditEntry(account, Optional.of(agency), "privacy", action, type, id, detail, "r"));
    }

    public SubjectRequest receive(RequestKind kind) {
        return desk.receive(kind, AN, "Cho tôi biết", false, Optional.empty(), officer(""));
    }

    /** As it stands now. */
    public SubjectRequest again(SubjectRequest request) {
        return desk.find(request.agency(), request.code()).orElseThrow();
    }

    /** Keeps letters: one, found for whoever asks. */
    public static final class Letters implements PersonalDataSource, RetentionSource {
        public final Map<String, String> kept = new LinkedHashMap<>(Map.of("T1", "0913123456"));
        public boolean broken;

        @Override
        public String name() {
            return "trial.letter";
        }

        @Override
        public LocalText title() {
            return new LocalText("Thư", "Letters");
        }

        @Override
        public List<PersonalField> fields() {
            return List.of(new PersonalField(
                    "phone",
                    new LocalText("Điện thoại", "Telephone"),
                    FieldClass.BASIC,
                    new LocalText("Báo tin", "To call"),
                    "Luật thử, Điều 1",
                    true));
        }

        @Override
        public List<PersonalRecord> find(String agency, DataSubject subject, int most) {
            List<PersonalRecord> found = new ArrayList<>();
            kept.forEach((id, phone) -> found.add(new PersonalRecord(
                    name(), id, new LocalText("Thư " + id, "Letter " + id), Map.of("phone", phone))));
            return found;
        }

        @Override
        public Treatment rectify(Handle transaction, String agency, String record, Map<String, String> values) {
            String phone = values.getOrDefault("phone", "");
            if (!phone.startsWith("0")) {
                throw new IllegalArgumentException("Điện thoại: " + phone);
            }
            kept.put(record, phone);
            return Treatment.done();
        }

        @Override
        public Treatment erase(Handle transaction, String agency, String record) {
            if (broken) {
                throw new IllegalStateException("the letter box is stuck");
            }
            kept.remove(record);
            return Treatment.partly(new LocalText("Giữ phong bì theo luật lưu trữ", "The envelope is kept"));
        }

        @Override
        public List<RetentionRule> rules() {
            return List.of(new RetentionRule(
                    "trial.letters",
                    "letter",
                    new LocalText("Thư", "Letters"),
                    new LocalText("lúc nhận", "the receipt"),
                    RetentionRule.Action.DELETE,
                    Period.ofMonths(3),
                    Period.ofMonths(2),
                    "Luật thử, Điều 2"));
        }

        @Override
        public long due(String rule, Scope scope) {
            return kept.keySet().stream()
                    .filter(id -> !scope.held().contains(id))
                    .count();
        }

        @Override
        public int apply(Handle transaction, String rule, Scope scope, int most) {
            List<String> gone = kept.keySet().stream()
                    .filter(id -> !scope.held().contains(id))
                    .limit(most)
                    .toList();
            gone.forEach(kept::remove);
            return gone.size();
        }
    }
}
