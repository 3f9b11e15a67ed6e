package vn.kientao.reform.procedures.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.reform.procedures.app.dossier.DeskProcedure;
import vn.kientao.reform.procedures.app.dossier.DeskProcedures;
import vn.kientao.reform.procedures.app.dossier.DeskVariant;
import vn.kientao.reform.procedures.app.importing.ImportFixture;
import vn.kientao.reform.procedures.app.variant.Changing;
import vn.kientao.reform.procedures.app.variant.Variants;
import vn.kientao.reform.procedures.domain.Deadline;
import vn.kientao.reform.procedures.domain.DeadlineUnit;
import vn.kientao.reform.procedures.domain.Fee;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.variant.Variant;

@OnEachDatabase("procedures")
class CatalogueDeskProceduresTest {
    private static final String CODE = "1.000001";

    private final ImportFixture fixture;
    private final DeskProcedures desk;
    private final Variants variants;

    CatalogueDeskProceduresTest(Database database) {
        fixture = new ImportFixture(database);
        fixture.given(ImportFixture.record(CODE));
        variants = new Variants(database, new RecordingAuditTrail());
        desk = new CatalogueDeskProcedures(fixture.catalogue, variants);
    }

    @Test
    void findsWhatTheDeskTypes() {
        assertThat(desk.search("huou sao", 5)).singleElement().satisfies(hit -> {
            assertThat(hit.code()).isEqualTo(CODE);
            assertThat(hit.field()).isEqualTo("Chăn nuôi");
        });
        assertThat(desk.search("", 5)).hasSize(1);
        assertThat(desk.search("tàu vũ trụ", 5)).isEmpty();
    }

    @Test
    void lendsTheCasesThatAreInForceEachWithItsOwnTimeAndFee() {
        LocalDate first = LocalDate.of(2026, 5, 4);
        long id = variants.define(
                new Variant(
                        0,
                        CODE,
                        "nhanh",
                        new LocalText("Trường hợp nhanh", "The quick case"),
                        Deadline.of(BigDecimal.valueOf(2), DeadlineUnit.WORKING_DAY, "2 ngày làm việc"),
                        Deadline.of(BigDecimal.ONE, DeadlineUnit.WORKING_DAY, "1 ngày làm việc"),
                        Fee.unstated("", "50.000 đồng"),
                        "TK-01.docx",
                        "",
                        Set.of(),
                        first,
                        Optional.empty(),
                        "Quyết định 1"),
                0,
                new Changing(
                        "VPUB",
                        "1",
                        "An",
                        Instant.parse("2026-05-04T01:00:00Z"),
                        (action, type, object, detail) -> new AuditEntry(
                                "1", Optional.empty(), "procedures", action, type, object, detail, "r")));
        DeskProcedure whole = desk.current(CODE).orElseThrow();

        assertThat(desk.variants(CODE, first.minusDays(1))).isEmpty();
        assertThat(desk.variants(CODE, first)).extracting(DeskVariant::key).containsExactly("nhanh");
        DeskProcedure quick = desk.in(whole, id);
        assertThat(quick.limit(DossierChannel.DIRECT).limit()).contains(new TimeLimit(2, TimeLimit.Unit.WORKING_DAY));
        assertThat(quick.limit(DossierChannel.ONLINE).limit()).contains(new TimeLimit(1, TimeLimit.Unit.WORKING_DAY));
        assertThat(quick.feeText()).isEqualTo("50.000 đồng");
        assertThat(desk.in(whole, 0)).isEqualTo(whole);
    }

    @Test
    void countsOnlyTimeLimitsThatCanBeCounted() {
        DeskProcedure procedure = desk.current(CODE).orElseThrow();

        assertThat(procedure.limit(DossierChannel.ONLINE).limit())
                .contains(new TimeLimit(5, TimeLimit.Unit.WORKING_DAY));
        assertThat(procedure.limit(DossierChannel.POST).limit())
                .contains(new TimeLimit(10, TimeLimit.Unit.CALENDAR_DAY));
        assertThat(procedure.limit(DossierChannel.DIRECT).limit()).isEqualTo(Optional.empty());
        assertThat(procedure.limit(DossierChannel.DIRECT).text()).isEqualTo("1");
    }

    @Test
    void severalLimitsOfOneChannelAreLeftToThePerson() {
        String twoCases = "Hình thức nộpThời gianPhí, lệ phíMô tả"
                + "Trực tiếp5 Ngày làm việcMiễn phíCấp mớiTrực tiếp3 Ngày làm việcMiễn phíCấp lại";
        fixture.given(ImportFixture.record("1.000002", "cach_thuc_thuc_hien", twoCases));

        DeskProcedure.StatedLimit limit = desk.current("1.000002").orElseThrow().limit(DossierChannel.DIRECT);

        assertThat(limit.limit()).isEmpty();
        assertThat(limit.text()).contains("5 Ngày làm việc", "3 Ngày làm việc");
    }

    @Test
    void listsThePapersOfEachCase() {
        DeskProcedure procedure = desk.current(CODE).orElseThrow();

        assertThat(procedure.cases()).isNotEmpty();
        assertThat(procedure.cases().get(0).papers().get(0)).satisfies(paper -> {
            assertThat(paper.name()).isEqualTo("Đơn đề nghị");
            assertThat(paper.form()).isEqualTo("Mẫu số 01.docx");
            assertThat(paper.originals()).isEqualTo(1);
            assertThat(paper.copies()).isEqualTo(1);
        });
        assertThat(procedure.result()).isEqualTo("Giấy phép");
        assertThat(procedure.feeText()).contains("200,000 VNĐ");
    }

    @Test
    void aReplacedVersionIsStillFoundAndNoLongerInForce() {
        long first = desk.current(CODE).orElseThrow().versionId();
        fixture.given(ImportFixture.record(CODE, "ten_thu_tuc", "Tên mới"));

        assertThat(desk.find(first).orElseThrow().inForce()).isFalse();
        assertThat(desk.current(CODE).orElseThrow()).satisfies(now -> {
            assertThat(now.inForce()).isTrue();
            assertThat(now.name()).isEqualTo("Tên mới");
        });
        assertThat(desk.find(999_999)).isEmpty();
    }
}
