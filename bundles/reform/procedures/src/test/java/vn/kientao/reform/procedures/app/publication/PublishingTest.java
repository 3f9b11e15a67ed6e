package vn.kientao.reform.procedures.app.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.importing.ImportFixture;
import vn.kientao.reform.procedures.app.publication.Publications.View;
import vn.kientao.reform.procedures.app.variant.Changing;
import vn.kientao.reform.procedures.domain.ProcedureCode;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureVersion;
import vn.kientao.reform.procedures.domain.publication.CatalogueChange;
import vn.kientao.reform.procedures.domain.publication.Decision;
import vn.kientao.reform.procedures.domain.publication.Plan;
import vn.kientao.reform.procedures.domain.publication.Publication;
import vn.kientao.reform.procedures.domain.publication.PublicationKind;
import vn.kientao.reform.procedures.domain.publication.PublicationState;
import vn.kientao.reform.procedures.domain.publication.Way;

@OnEachDatabase("procedures")
class PublishingTest {
    private static final ProcedureCode CODE = new ProcedureCode("1.000777");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);

    private final ImportFixture fixture;
    private final Publishing publishing;
    private final Publications publications;

    PublishingTest(Database database) {
        fixture = new ImportFixture(database);
        publishing = new Publishing(database, fixture.auditTrail, Weekdays.CALENDAR, fixture.catalogue);
        publications = new Publications(database);
    }

    @Test
    void aCopyIsEditedCheckedAnnouncedAndReplacesTheVersionInForce() {
        fixture.given(ImportFixture.record(CODE.value()));
        ProcedureVersion before = fixture.catalogue.current(CODE.value()).orElseThrow();
        long id = publishing.begin(PublicationKind.AMEND, CODE, "", Optional.of("once"), author());

        assertThat(publishing.begin(PublicationKind.AMEND, CODE, "", Optional.of("once"), author()))
                .isEqualTo(id);
        edit(id, "Tên đã sửa");
        assertThat(fixture.catalogue.current(CODE.value()).orElseThrow().id()).isEqualTo(before.id());

        toForce(id);

        ProcedureVersion after = fixture.catalogue.current(CODE.value()).orElseThrow();
        assertThat(after.number()).isEqualTo(before.number() + 1);
        assertThat(after.procedure().name()).isEqualTo("Tên đã sửa");
        assertThat(after.procedure().channels())
                .hasSameSizeAs(before.procedure().channels());
        assertThat(after.procedure().components()).isEqualTo(before.procedure().components());
        assertThat(after.procedure().legalBases()).isEqualTo(before.procedure().legalBases());
        assertThat(after.procedure().steps()).isEqualTo(before.procedure().steps());
        assertThat(fixture.catalogue.version(before.id()))
                .hasValueSatisfying(old -> assertThat(old.current()).isFalse());
        assertThat(publications.newest(Long.MAX_VALUE, 1))
                .extracting(CatalogueChange::kind)
                .containsExactly(CatalogueChange.Kind.AMEND);
        assertThat(fixture.auditTrail.actions())
                .contains("procedures.publication-check", "procedures.publication-take-effect");
    }

    @Test
    void theSameNationalRecordDoesNotTakeAnOwnVersionAway() {
        String record = ImportFixture.record(CODE.value());
        fixture.given(record);
        long id = publishing.begin(PublicationKind.AMEND, CODE, "", Optional.empty(), author());
        edit(id, "Của tỉnh");
        toForce(id);

        fixture.given(record);
        assertThat(fixture.catalogue
                        .current(CODE.value())
                        .orElseThrow()
                        .procedure()
                        .name())
                .isEqualTo("Của tỉnh");

        fixture.given(ImportFixture.record(CODE.value(), "ten_thu_tuc", "Tên mới của bộ"));
        assertThat(fixture.catalogue
                        .current(CODE.value())
                        .orElseThrow()
                        .procedure()
                        .name())
                .isEqualTo("Tên mới của bộ");
    }

    @Test
    void anAbolishedProcedureIsGoneButItsVersionsStay() {
        fixture.given(ImportFixture.record(CODE.value()));
        long version = fixture.catalogue.current(CODE.value()).orElseThrow().id();
        long id = publishing.begin(PublicationKind.ABOLISH, CODE, "", Optional.empty(), author());

        toForce(id);

        assertThat(fixture.catalogue.current(CODE.value())).isEmpty();
        assertThat(fixture.catalogue.entry(CODE.value())).isEmpty();
        assertThat(fixture.catalogue.version(version))
                .hasValueSatisfying(old -> assertThat(old.current()).isFalse());
        fixture.given(ImportFixture.record(CODE.value(), "linh_vuc", "Lĩnh vực khác"));
        assertThat(fixture.catalogue.current(CODE.value())).as("abolished here").isEmpty();
    }

    @Test
    void nobodyChecksTheOwnDraftAndNothingIncompleteIsChecked() {
        long id = publishing.begin(PublicationKind.NEW, CODE, "Thủ tục mới", Optional.empty(), author());

        assertThatThrownBy(() -> publishing.check(publication(id), "", author()))
                .isInstanceOf(PublicationRefusedException.class)
                .hasMessageContaining("Người soạn");
        assertThatThrownBy(() -> publishing.check(publication(id), "", controller()))
                .isInstanceOfSatisfying(
                        PublicationRefusedException.class,
                        refused -> assertThat(refused.faults())
                                .extracting("field")
                                .contains("subjects", "steps", "channels-0-kind", "laws-0-number"));
        assertThat(publication(id).state()).isEqualTo(PublicationState.DRAFT);
    }

    @Test
    void stepsAreMadeInOrderAndOnlyFromWhatWasSeen() {
        fixture.given(ImportFixture.record(CODE.value()));
        long id = publishing.begin(PublicationKind.AMEND, CODE, "", Optional.empty(), author());
        Publication first = publication(id);
        edit(id, "Một");

        assertThatThrownBy(() -> publishing.check(first, "", controller())).isInstanceOf(StaleRecordException.class);
        assertThatThrownBy(() -> publishing.announce(
                        publication(id), new Decision("1/QĐ-UBND", TODAY, "UBND tỉnh"), TODAY, "", controller()))
                .isInstanceOf(PublicationRefusedException.class);
        publishing.check(publication(id), "", controller());
        assertThatThrownBy(() -> publishing.announce(
                        publication(id),
                        new Decision("1/QĐ-UBND", TODAY, "UBND tỉnh"),
                        TODAY.minusDays(1),
                        "",
                        controller()))
                .hasMessageContaining("Ngày có hiệu lực");
        publishing.announce(
                publication(id), new Decision("1/QĐ-UBND", TODAY, "UBND tỉnh"), TODAY.plusDays(7), "", controller());
        assertThatThrownBy(() -> publishing.takeEffect(publication(id), controller()))
                .hasMessageContaining("Chưa đến ngày");
        assertThatThrownBy(() -> publishing.begin(PublicationKind.AMEND, CODE, "", Optional.empty(), author()))
                .hasMessageContaining("bản công bố khác");
    }

    @Test
    void theClocksOfTheLawPutItIntoTheList() {
        fixture.given(ImportFixture.record(CODE.value()));
        long id = publishing.begin(PublicationKind.AMEND, CODE, "", Optional.empty(), author());
        assertThat(publication(id).due()).isEmpty();

        edit(id, "Tên");

        // Effect on Monday 22 June: five days before is Wednesday 17 June.
        assertThat(publication(id).due()).contains(LocalDate.of(2026, 6, 17));
        assertThat(page(View.OVERDUE, LocalDate.of(2026, 6, 18))).containsExactly(id);
        assertThat(page(View.SOON, LocalDate.of(2026, 6, 12))).containsExactly(id);
        assertThat(page(View.SOON, LocalDate.of(2026, 6, 11))).isEmpty();

        publishing.check(publication(id), "", controller());
        publishing.announce(publication(id), new Decision("1/QĐ-UBND", TODAY, "UBND tỉnh"), TODAY, "", controller());
        // Signed on Wednesday 10 June: five working days later is Wednesday 17 June.
        assertThat(publication(id).due()).contains(LocalDate.of(2026, 6, 17));
        publishing.takeEffect(publication(id), controller());
        publishing.upload(publication(id), TODAY, "", controller());
        assertThat(page(View.OPEN, TODAY)).isEmpty();
        assertThat(page(View.DONE, TODAY)).containsExactly(id);
        assertThat(publications.counts(Optional.of("SYT2"), TODAY)).containsEntry(View.DONE, 0);
    }

    private List<Long> page(View view, LocalDate day) {
        return publications.page(Optional.of("STP2"), view, Optional.empty(), day, Optional.empty(), 10).stream()
                .map(row -> row.publication().id())
                .toList();
    }

    private void toForce(long id) {
        publishing.check(publication(id), "", controller());
        publishing.announce(publication(id), new Decision("163/QĐ-UBND", TODAY, "UBND tỉnh"), TODAY, "", controller());
        publishing.takeEffect(publication(id), controller());
        assertThat(publication(id).state()).isEqualTo(PublicationState.IN_FORCE);
    }

    private void edit(long id, String name) {
        Map<String, String> fields = new HashMap<>(
                publications.find(id, Optional.empty()).orElseThrow().fields());
        fields.put("name", name);
        for (int row = 0; row < 9; row++) {
            String unit = "channels-" + row + "-unit";
            if (fields.containsKey("channels-" + row + "-amount")) {
                fields.putIfAbsent(unit, "WORKING_DAY");
            }
        }
        Plan plan = new Plan(
                Way.ORDINARY,
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 6, 22)),
                name,
                fields.getOrDefault("field", ""));
        publishing.edit(publication(id), plan, fields, author());
    }

    private Publication publication(long id) {
        return publications.find(id, Optional.empty()).orElseThrow().publication();
    }

    private static Changing author() {
        return by("STP2", "author");
    }

    private static Changing controller() {
        return by("VPUB", "controller");
    }

    private static Changing by(String agency, String account) {
        return new Changing(
                agency,
                account,
                account,
                Instant.parse("2026-06-10T02:00:00Z"),
                (action, type, id, detail) ->
                        new AuditEntry(account, Optional.of(agency), "procedures", action, type, id, detail, "r"));
    }
}
