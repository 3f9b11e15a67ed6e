package vn.kientao.reform.procedures.app.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.citizen.Outbox;
import vn.kientao.reform.procedures.app.importing.ImportFixture;
import vn.kientao.reform.procedures.app.variant.Changing;
import vn.kientao.reform.procedures.domain.ProcedureCode;
import vn.kientao.reform.procedures.domain.publication.Decision;
import vn.kientao.reform.procedures.domain.publication.Plan;
import vn.kientao.reform.procedures.domain.publication.Publication;
import vn.kientao.reform.procedures.domain.publication.PublicationKind;
import vn.kientao.reform.procedures.domain.publication.PublicationState;
import vn.kientao.reform.procedures.domain.publication.Way;

@OnEachDatabase("procedures")
class DayOfEffectTest {
    private static final ProcedureCode CODE = new ProcedureCode("1.000777");
    private static final ProcedureCode OTHER = new ProcedureCode("1.000778");
    private static final LocalDate SIGNED = LocalDate.of(2026, 6, 10);

    private final FixedClock clock = FixedClock.at("2026-06-10T09:00");
    private final Outbox outbox = new Outbox();
    private final ImportFixture fixture;
    private final Publishing publishing;
    private final Publications publications;
    private final DayOfEffect day;
    private final DayOfEffect ofAnotherNode;

    DayOfEffectTest(Database database) {
        fixture = new ImportFixture(database);
        publishing = new Publishing(database, fixture.auditTrail, Weekdays.CALENDAR, fixture.catalogue);
        publications = new Publications(database);
        day = new DayOfEffect(database, publishing, outbox, clock);
        ofAnotherNode = new DayOfEffect(database, publishing, outbox, clock);
        fixture.given(ImportFixture.record(CODE.value()), ImportFixture.record(OTHER.value()));
    }

    @Test
    void anAmendmentIsInForceFromTheFirstMinuteOfItsDayInVietNamAndNotBefore() {
        long id = announced(PublicationKind.AMEND, CODE, SIGNED.plusDays(7));

        clock.advance(Duration.ofDays(6).plusHours(14).plusMinutes(59));
        assertThat(day.work()).isZero();
        assertThat(publication(id).state()).isEqualTo(PublicationState.ANNOUNCED);

        clock.advance(Duration.ofMinutes(1));
        assertThat(day.work()).isEqualTo(1);

        assertThat(publication(id).state()).isEqualTo(PublicationState.IN_FORCE);
        assertThat(fixture.catalogue.current(CODE.value())).hasValueSatisfying(now -> {
            assertThat(now.procedure().name()).isEqualTo("Tên đã sửa");
            assertThat(now.validFrom()).isEqualTo(SIGNED.plusDays(7));
        });
        assertThat(fixture.auditTrail.entries())
                .filteredOn(AuditEntry::action, "procedures.publication-take-effect")
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.account()).isEqualTo("system:day-of-effect");
                    assertThat(entry.agency()).contains("STP2");
                });
    }

    @Test
    void anAbolishedProcedureLeavesAfterATimeAwayAndEachOfItsPeopleIsToldOnce() {
        long abolished = announced(PublicationKind.ABOLISH, CODE, SIGNED.plusDays(3));
        announced(PublicationKind.AMEND, OTHER, SIGNED.plusDays(4));
        clock.advance(Duration.ofDays(30));

        assertThat(day.work()).isEqualTo(2);
        assertThat(day.work()).isZero();
        assertThat(ofAnotherNode.work()).isZero();

        assertThat(fixture.catalogue.entry(CODE.value())).isEmpty();
        assertThat(outbox.told())
                .hasSize(6)
                .filteredOn(Notice::kind, "procedures.publication-abolished")
                .extracting(Notice::account)
                .containsExactly("announcer", "author", "controller");
        assertThat(outbox.told().get(0).text().vi()).isEqualTo("Thủ tục 1.000777 đã hết hiệu lực từ 13/06/2026");
        assertThat(outbox.told().get(0).link()).isEqualTo("/STP2/procedures/publications/" + abolished);
    }

    @Test
    void onesThatTakeEffectByHandOrAreLaterAreLeftAlone() {
        long byHand = announced(PublicationKind.AMEND, CODE, SIGNED);
        long later = announced(PublicationKind.AMEND, OTHER, SIGNED.plusDays(90));
        publishing.takeEffect(publication(byHand), by("VPUB", "announcer"));
        clock.advance(Duration.ofDays(2));

        assertThat(day.work()).isZero();
        assertThat(publication(later).state()).isEqualTo(PublicationState.ANNOUNCED);
        assertThat(outbox.told()).isEmpty();
    }

    private long announced(PublicationKind kind, ProcedureCode code, LocalDate effect) {
        long id = publishing.begin(kind, code, "", Optional.empty(), by("STP2", "author"));
        if (kind == PublicationKind.AMEND) {
            Map<String, String> fields = new HashMap<>(
                    publications.find(id, Optional.empty()).orElseThrow().fields());
            fields.put("name", "Tên đã sửa");
            for (int row = 0; row < 9; row++) {
                if (fields.containsKey("channels-" + row + "-amount")) {
                    fields.putIfAbsent("channels-" + row + "-unit", "WORKING_DAY");
                }
            }
            Plan plan =
                    new Plan(Way.ORDINARY, Optional.empty(), Optional.of(effect), "Tên đã sửa", fields.get("field"));
            publishing.edit(publication(id), plan, fields, by("STP2", "author"));
        }
        publishing.check(publication(id), "", by("VPUB", "controller"));
        publishing.announce(
                publication(id), new Decision("163/QĐ-UBND", SIGNED, "UBND tỉnh"), effect, "", by("VPUB", "announcer"));
        return id;
    }

    private Publication publication(long id) {
        return publications.find(id, Optional.empty()).orElseThrow().publication();
    }

    private Changing by(String agency, String account) {
        return new Changing(
                agency,
                account,
                account,
                clock.instant(),
                (action, type, id, detail) ->
                        new AuditEntry(account, Optional.of(agency), "procedures", action, type, id, detail, "r"));
    }
}
