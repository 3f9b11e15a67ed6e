package vn.kientao.reform.procedures.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.AGENCY;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.privacy.DataSubject;
import vn.kientao.platform.api.privacy.PersonalRecord;
import vn.kientao.platform.api.privacy.RetentionSource.Scope;
import vn.kientao.platform.api.privacy.Treatment;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.DossierFilter;
import vn.kientao.reform.procedures.app.dossier.DossierView;
import vn.kientao.reform.procedures.app.paper.PaperHead;
import vn.kientao.reform.procedures.app.paper.Papers;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.paper.PaperKind;
import vn.kientao.reform.procedures.store.ProcedureTables;

@OnEachDatabase("procedures")
class DossierPersonalDataTest {
    private static final DataSubject AN = new DataSubject("Nguyễn Thị An", "096123456789", "0913123456", "");

    private final Database database;
    private final Migrations migrations;
    private final DeskFixture fixture;
    private final DossierPersonalData data;
    private final DossierRetention retention;

    DossierPersonalDataTest(Database database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
        fixture = new DeskFixture(database, migrations);
        ProcedureTables tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        data = new DossierPersonalData(database, tables);
        retention = new DossierRetention(database, tables);
    }

    @Test
    void aPersonIsFoundByIdentityNumberTelephoneOrNameInTheAgencyOnly() {
        Dossier dossier = fixture.receive(RECEIVED);
        for (DataSubject known : new DataSubject[] {
            new DataSubject("", "096123456789", "", ""),
            new DataSubject("", "", "0913123456", ""),
            new DataSubject("Nguyễn Thị An", "", "", "")
        }) {
            assertThat(data.find(AGENCY, known, 10))
                    .extracting(PersonalRecord::id)
                    .containsExactly(dossier.code().toString());
        }
        assertThat(data.find("SNV", AN, 10)).isEmpty();
        assertThat(data.find(AGENCY, new DataSubject("", "", "", ""), 10)).isEmpty();
        assertThat(data.find(AGENCY, AN, 10).get(0).values())
                .containsEntry("phone", "0913123456")
                .containsEntry("address", "Phường An Xuyên");
    }

    @Test
    void everyFieldSaysWhatItIsForAndOnWhichLawItRests() {
        assertThat(data.fields())
                .hasSize(11)
                .allSatisfy(field -> assertThat(field.label().vi())
                        .isNotEqualTo(field.label().en())
                        .isNotBlank())
                .allSatisfy(field -> assertThat(field.purpose().vi()).isNotBlank());
    }

    @Test
    void aCorrectionIsFoundByItsNewWordsAndLeavesTheCourseAsItIs() {
        Dossier before = fixture.receive(RECEIVED);
        String code = before.code().toString();
        Map<String, String> values = Map.of("name", "Nguyễn Thị Ân", "phone", "0988000111");
        assertThat(database.<Treatment>write(handle -> data.rectify(handle, AGENCY, code, values)))
                .isEqualTo(Treatment.done());

        Dossier after = fixture.dossiers.find(AGENCY, code).orElseThrow();
        assertThat(after.submission().applicant().name()).isEqualTo("Nguyễn Thị Ân");
        assertThat(after.submission().applicant().phone()).isEqualTo("0988000111");
        assertThat(after.version()).isEqualTo(before.version());
        assertThat(listed("0988000111")).isEqualTo(1);
        assertThat(listed("0913123456")).isZero();
    }

    private int listed(String words) {
        DossierFilter filter = new DossierFilter(
                DossierView.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.of(words),
                Optional.empty(),
                Optional.empty());
        return fixture.dossiers.count(AGENCY, filter, RECEIVED);
    }

    @Test
    void aValueThatCannotBeIsNamed() {
        String code = fixture.receive(RECEIVED).code().toString();
        assertThatThrownBy(
                        () -> database.write(handle -> data.rectify(handle, AGENCY, code, Map.of("phone", "không có"))))
                .hasStackTraceContaining("Số điện thoại: không có");
    }

    @Test
    void aDossierUnderWayIsNotErasedAndItIsSaidWhy() {
        String code = fixture.receive(RECEIVED).code().toString();
        Treatment treatment = database.write(handle -> data.erase(handle, AGENCY, code));
        assertThat(treatment.outcome()).isEqualTo(Treatment.Outcome.KEPT);
        assertThat(treatment.why().vi()).contains("Nghị định 61/2018/NĐ-CP");
        assertThat(fixture.dossiers
                        .find(AGENCY, code)
                        .orElseThrow()
                        .submission()
                        .applicant()
                        .phone())
                .isEqualTo("0913123456");
    }

    @Test
    void whatWasErasedCannotBeFoundReachedOrFollowedAnyMore() {
        Dossier ended = ended();
        String code = ended.code().toString();
        Treatment treatment = database.write(handle -> data.erase(handle, AGENCY, code));
        assertThat(treatment.outcome()).isEqualTo(Treatment.Outcome.PARTLY);
        assertThat(treatment.why().vi()).contains("Luật Lưu trữ 33/2024/QH15");

        Dossier after = fixture.dossiers.find(AGENCY, code).orElseThrow();
        assertThat(after.submission().applicant().name()).isEqualTo("Nguyễn Thị An");
        assertThat(after.submission().applicant().phone()).doesNotContain("0913123456");
        assertThat(data.find(AGENCY, new DataSubject("", "", "0913123456", ""), 10))
                .isEmpty();
        assertThat(fixture.tracking.byPhoneEnd(code, "3456")).isEmpty();
        assertThat(fixture.tracking.byKey(code, ended.trackingKey())).isEmpty();
    }

    private Dossier ended() {
        Dossier dossier = fixture.receive(RECEIVED);
        return fixture.finished(dossier, RECEIVED.plusDays(3));
    }

    @Test
    void whatEndedLongAgoIsMadeAnonymousUnlessItIsHeld() {
        Dossier first = ended();
        Dossier second = ended();
        fixture.receive(RECEIVED);
        Instant later = at(RECEIVED.plusYears(11));
        Scope held = new Scope(later, Set.of(first.code().toString()));
        Scope all = new Scope(later, Set.of());

        assertThat(retention.due(DossierRetention.CONTACT, new Scope(at(RECEIVED), Set.of())))
                .isZero();
        assertThat(retention.due(DossierRetention.CONTACT, all)).isEqualTo(2);
        assertThat(retention.due(DossierRetention.CONTACT, held)).isEqualTo(1);
        assertThat(apply(DossierRetention.CONTACT, held)).isEqualTo(1);
        assertThat(apply(DossierRetention.CONTACT, held)).isZero();
        assertThat(phone(first)).isEqualTo("0913123456");
        assertThat(phone(second)).doesNotContain("0913123456");

        assertThat(apply(DossierRetention.IDENTITY, all)).isEqualTo(2);
        Dossier anonymous =
                fixture.dossiers.find(AGENCY, first.code().toString()).orElseThrow();
        assertThat(anonymous.submission().applicant().name()).doesNotContain("An");
        assertThat(anonymous.submission().applicant().idNumber()).isEmpty();
        assertThat(anonymous.submission().content()).isEmpty();
        assertThat(retention.due(DossierRetention.CONTACT, all)).isZero();
    }

    private int apply(String rule, Scope scope) {
        return database.write(handle -> retention.apply(handle, rule, scope, 100));
    }

    @Test
    void papersThatWereIssuedAndWhatWasNotedAreTakenOutToo() {
        Dossier dossier = fixture.receive(RECEIVED);
        String code = dossier.code().toString();
        ProcedureTables tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        Papers papers = new Papers(database, fixture.audit, tables);
        PaperHead head =
                new PaperHead("UBND tỉnh Cà Mau", "Sở Tư pháp", "https://kientao.example/" + code, "kientao.example");
        papers.issue(dossier, PaperKind.RECEIPT, head, DeskFixture.doer(RECEIVED, ""));
        database.write(handle -> handle.execute("""
                INSERT INTO procedures.dossier_duty (dossier_id, number, what, amount, document, asked_at, payer)
                SELECT id, 1, 'Lệ phí', 8000, '', received_at, 'Nguyễn Văn Em' FROM procedures.dossier
                """));
        database.write(handle -> handle.execute("UPDATE procedures.dossier_event SET note = 'Gọi cho chị An'"));
        assertThat(data.find(AGENCY, AN, 10).get(0).values())
                .containsEntry("payer", "Nguyễn Văn Em")
                .containsEntry("notes", "Gọi cho chị An");
        fixture.finished(dossier, RECEIVED.plusDays(3));
        assertThat(everything()).contains("0913123456", "Nguyễn Văn Em", "Gọi cho chị An");

        database.<Treatment>write(handle -> data.erase(handle, AGENCY, code));
        assertThat(everything()).doesNotContain("0913123456").contains("Nguyễn Thị An");

        assertThat(apply(DossierRetention.IDENTITY, new Scope(at(RECEIVED.plusYears(11)), Set.of())))
                .isEqualTo(1);
        assertThat(everything()).doesNotContain("Nguyễn", "096123456789", "chị An", "nguyen thi an");
        assertThat(papers.of(fixture.again(dossier))).hasSize(1);
    }

    /** All words in the tables of dossiers. */
    private String everything() {
        List<String> words = new ArrayList<>();
        for (String table : List.of("dossier", "dossier_event", "dossier_duty", "issued_paper")) {
            words.addAll(database.read(handle -> handle.createQuery("SELECT * FROM procedures." + table)
                    .mapToMap()
                    .map(row -> {
                        row.keySet().removeIf(column -> column.equals("who") || column.equals("account"));
                        return row.toString();
                    })
                    .list()));
        }
        return String.join("\n", words);
    }

    private String phone(Dossier dossier) {
        return fixture.dossiers
                .find(AGENCY, dossier.code().toString())
                .orElseThrow()
                .submission()
                .applicant()
                .phone();
    }

    private static Instant at(LocalDateTime time) {
        return time.atZone(Formats.ZONE).toInstant();
    }
}
