package vn.kientao.platform.web.refused;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.security.Circumstances;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordingAuditTrail;

@OnEachDatabase("web")
class RefusalTrailTest {
    private final RecordingAuditTrail trail = new RecordingAuditTrail();
    private final List<String> addresses = new ArrayList<>();
    private final RefusalTrail refusals;

    RefusalTrailTest(Database database) {
        AuditTrail noting = (transaction, entry) -> {
            addresses.add(Circumstances.present().address());
            trail.record(transaction, entry);
        };
        refusals = new RefusalTrail(database, noting, Duration.ofDays(1));
    }

    @AfterEach
    void close() {
        refusals.close();
    }

    private void refuse(String account, String address, String route, String code) {
        Actor actor = account.isEmpty() ? Actor.anonymous() : new Actor(account, "Lan", Set.of(), Map.of());
        Circumstances circumstances = new Circumstances(actor, "r-1", address, Optional.of("STP2"), Optional.empty());
        refusals.note(new Refused(circumstances, "procedures", route, "/STP2/x", 403, code));
    }

    @Test
    void oneEntryAMinuteTellsWhoWasRefusedWhatAndHowOften() {
        refuse("lan", "192.0.2.7", "GET /things", "forbidden");
        refuse("lan", "192.0.2.7", "GET /things", "forbidden");
        refuse("lan", "192.0.2.7", "POST /things", "form-expired");
        refusals.write();

        assertThat(trail.entries()).hasSize(2);
        AuditEntry entry = trail.entries().get(0);
        assertThat(entry.account()).isEqualTo("lan");
        assertThat(entry.agency()).hasValue("STP2");
        assertThat(entry.action()).isEqualTo("security.refused");
        assertThat(entry.objectId()).isEqualTo("GET /things");
        assertThat(entry.detail())
                .isEqualTo("{\"status\":403,\"code\":\"forbidden\",\"path\":\"/STP2/x\",\"times\":2}");
        assertThat(entry.requestId()).isEqualTo("r-1");
        assertThat(addresses).containsOnly("192.0.2.7");
        refusals.write();
        assertThat(trail.entries()).as("told once").hasSize(2);
    }

    @Test
    void whatIsNobodysFaultIsNotWrittenDown() {
        refuse("lan", "192.0.2.7", "GET /things", "not-found");
        refuse("lan", "192.0.2.7", "GET /things", "module-busy");
        refusals.write();

        assertThat(trail.entries()).isEmpty();
    }

    @Test
    void aFloodOfStrangersCostsAFewLinesAndHidesNobodyWhoHasSignedIn() {
        for (int i = 0; i < 10_000; i++) {
            refuse("", "198.51.100." + i, "GET /things", "other-site");
        }
        refuse("lan", "192.0.2.7", "GET /things", "forbidden");
        refusals.write();

        assertThat(trail.entries()).hasSize(RefusalNotes.MOST_STRANGERS + 2);
        assertThat(trail.entries()).extracting(AuditEntry::account).contains("lan");
        assertThat(trail.entries().get(RefusalNotes.MOST_STRANGERS + 1).detail())
                .isEqualTo("{\"times\":9950}");
    }

    @Test
    void whatHasNotBeenWrittenYetIsWrittenBeforeTheEnd() {
        refuse("lan", "192.0.2.7", "GET /things", "forbidden");
        refusals.close();

        assertThat(trail.actions()).containsExactly("security.refused");
    }
}
