package vn.kientao.reform.procedures.app.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.reform.procedures.app.importing.ImportFixture;
import vn.kientao.reform.procedures.domain.ChannelKind;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.DeadlineUnit;
import vn.kientao.reform.procedures.domain.Fee;
import vn.kientao.reform.procedures.domain.variant.Audience;
import vn.kientao.reform.procedures.domain.variant.OnlineLevel;
import vn.kientao.reform.procedures.domain.variant.PartReason;
import vn.kientao.reform.procedures.domain.variant.ProcedureTraits;
import vn.kientao.reform.procedures.domain.variant.Variant;
import vn.kientao.reform.procedures.domain.variant.VariantFlag;

@OnEachDatabase("procedures")
class VariantsTest {
    private static final String CODE = "1.000777";
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private final Variants variants;
    private final Traits traits;
    private final Receivers receivers;
    private final ImportFixture fixture;

    VariantsTest(Database database) {
        variants = new Variants(database, audit);
        traits = new Traits(database, audit);
        receivers = new Receivers(database, audit);
        fixture = new ImportFixture(database);
    }

    @Test
    void aCaseHasItsOwnTimesFeeFormAndWorkflow() {
        fixture.given(ImportFixture.record(CODE));
        long version = fixture.catalogue.entry(CODE).orElseThrow().versionId();

        variants.define(variant("nhanh", 2, MAY), 0, by());

        Variant kept = variants.of(version, MAY).get(0);
        assertThat(kept.time(ChannelKind.DIRECT).limit())
                .hasValueSatisfying(limit -> assertThat(limit.amount()).isEqualTo(2));
        assertThat(kept.time(ChannelKind.ONLINE).limit())
                .hasValueSatisfying(limit -> assertThat(limit.amount()).isEqualTo(1));
        assertThat(kept.fee().chargeable()).contains(new BigDecimal("50000"));
        assertThat(kept.form()).isEqualTo("TK-01.docx");
        assertThat(kept.workflow()).isEqualTo("quick");
        assertThat(kept.flags()).containsExactly(VariantFlag.OUTSIDE_BOUNDARY);
        assertThat(variants.of(version, MAY.minusDays(1))).isEmpty();
        assertThat(audit.actions()).containsExactly("procedures.define-variant");
    }

    @Test
    void aChangedCaseIsANewOneAndADossierKeepsTheOld() {
        long old = variants.define(variant("nhanh", 2, MAY), 0, by());
        long changed = variants.define(variant("nhanh", 3, JUNE), old, by());

        assertThat(variants.inForce(CODE, MAY)).extracting(Variant::id).containsExactly(old);
        assertThat(variants.inForce(CODE, JUNE)).extracting(Variant::id).containsExactly(changed);
        assertThat(variants.find(old))
                .hasValueSatisfying(variant -> assertThat(variant.validTo()).contains(JUNE.minusDays(1)));
    }

    @Test
    void whoDidNotSeeTheOpenCaseChangesNothing() {
        long open = variants.define(variant("nhanh", 2, MAY), 0, by());

        assertThatThrownBy(() -> variants.define(variant("nhanh", 9, JUNE), 0, by()))
                .isInstanceOf(StaleRecordException.class);
        variants.end(variants.find(open).orElseThrow(), JUNE, by());
        assertThatThrownBy(() -> variants.end(variants.find(open).orElseThrow(), JUNE, by()))
                .isInstanceOf(StaleRecordException.class);
        assertThat(variants.inForce(CODE, JUNE.plusDays(1))).isEmpty();
    }

    @Test
    void aNumberWithoutUnitIsNeverCounted() {
        Variant variant = new Variant(
                0,
                CODE,
                "cham",
                LocalText.same("Chậm"),
                new Deadline(BigDecimal.TEN, null, false, "10"),
                Deadline.unread(""),
                Fee.unstated("", ""),
                "",
                "",
                Set.of(),
                MAY,
                Optional.empty(),
                "");

        Variant kept = variants.find(variants.define(variant, 0, by())).orElseThrow();

        assertThat(kept.time(ChannelKind.ONLINE).limit()).isEmpty();
        assertThat(kept.time(ChannelKind.ONLINE).number()).contains(BigDecimal.TEN);
    }

    @Test
    void traitsAreSaidOnceAtATimeAndAPartNeedsItsReason() {
        ProcedureTraits part = traits(OnlineLevel.PART, PartReason.PRESENCE);

        traits.save(CODE, part, 0, by());

        assertThat(traits.of(CODE).traits()).isEqualTo(part);
        assertThat(traits.of(CODE).version()).isEqualTo(1);
        assertThatThrownBy(() -> traits.save(CODE, part, 0, by())).isInstanceOf(StaleRecordException.class);
        traits.save(CODE, traits(OnlineLevel.FULL, PartReason.NONE), 1, by());
        assertThat(traits.of(CODE).traits().level()).isEqualTo(OnlineLevel.FULL);
        assertThatThrownBy(() -> traits(OnlineLevel.PART, PartReason.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(traits.of("9.999999").traits()).isEqualTo(ProcedureTraits.UNSAID);
    }

    @Test
    void whereNobodyIsNamedEverybodyReceives() {
        assertThat(receivers.receives("P-AX", CODE, JUNE)).isTrue();

        receivers.name(CODE, "STP2", MAY, "Quyết định 12/QĐ-UBND", by());
        receivers.name(CODE, "STP2", JUNE, "", by());

        assertThat(receivers.of(CODE)).hasSize(1);
        assertThat(receivers.receives("P-AX", CODE, JUNE)).isFalse();
        assertThat(receivers.receives("STP2", CODE, JUNE)).isTrue();
        assertThat(receivers.codes("STP2", JUNE)).containsExactly(CODE);
        receivers.end(CODE, receivers.of(CODE).get(0).id(), JUNE, by());
        assertThat(receivers.codes("STP2", JUNE.plusDays(1))).isEmpty();
    }

    private static ProcedureTraits traits(OnlineLevel level, PartReason reason) {
        return new ProcedureTraits(Audience.INTERNAL, level, reason, "", true, "Không thuộc Một cửa", "Test", "STP2");
    }

    private static Variant variant(String key, int days, LocalDate from) {
        return new Variant(
                0,
                CODE,
                key,
                new LocalText("Trường hợp nhanh", "The quick case"),
                Deadline.of(BigDecimal.valueOf(days), DeadlineUnit.WORKING_DAY, days + " ngày làm việc"),
                Deadline.of(BigDecimal.ONE, DeadlineUnit.WORKING_DAY, ""),
                Fee.amount(BigDecimal.valueOf(50_000), "VND", true, "", "50.000 đồng"),
                "TK-01.docx",
                "quick",
                Set.of(VariantFlag.OUTSIDE_BOUNDARY),
                from,
                Optional.empty(),
                "Quyết định 12/QĐ-UBND");
    }

    private static Changing by() {
        return new Changing(
                "VPUB",
                "officer",
                "Nguyễn Văn An",
                Instant.parse("2026-05-04T01:00:00Z"),
                (action, type, id, detail) ->
                        new AuditEntry("officer", Optional.of("VPUB"), "procedures", action, type, id, detail, "r"));
    }
}
