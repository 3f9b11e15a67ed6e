package vn.kientao.reform.procedures.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.AGENCY;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.privacy.DataSubject;
import vn.kientao.platform.api.privacy.PersonalDataSource;
import vn.kientao.platform.api.privacy.PersonalRecord;
import vn.kientao.platform.api.privacy.RetentionSource.Scope;
import vn.kientao.platform.api.privacy.Treatment;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.directory.domain.DeadlineCalculator;
import vn.kientao.platform.directory.domain.OfficeHours;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.citizen.Outbox;
import vn.kientao.reform.procedures.app.citizen.Prefills;
import vn.kientao.reform.procedures.app.citizen.Subscriptions;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.petition.PetitionChange;
import vn.kientao.reform.procedures.app.petition.Petitions;
import vn.kientao.reform.procedures.app.rating.Ratings;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.petition.NewPetition;
import vn.kientao.reform.procedures.domain.petition.Petition;
import vn.kientao.reform.procedures.domain.petition.PetitionAction;
import vn.kientao.reform.procedures.domain.petition.PetitionClass;
import vn.kientao.reform.procedures.domain.petition.Sender;
import vn.kientao.reform.procedures.domain.rating.Answers;
import vn.kientao.reform.procedures.store.ProcedureTables;

/** What citizens send beside their dossiers is found, corrected, erased and kept no longer than needed. */
@OnEachDatabase("procedures")
class CitizenPersonalDataTest {
    private static final String NAME = "Trần Thị Bình";
    private static final String PHONE = "0913000111";
    private static final DataSubject BINH = new DataSubject(NAME, "", PHONE, "binh@thu.example");
    private static final Instant LATER = at(RECEIVED.plusYears(3));

    private final Database database;
    private final DeskFixture fixture;
    private final Petitions petitions;
    private final Ratings ratings;
    private final Subscriptions subscriptions;
    private final Prefills prefills;
    private final PetitionPersonalData petitionData;
    private final RatingPersonalData ratingData;
    private final SubscriptionPersonalData subscriptionData;
    private final CitizenRetention retention;

    CitizenPersonalDataTest(Database database, Migrations migrations) {
        this.database = database;
        fixture = new DeskFixture(database, migrations);
        ProcedureTables tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        DeadlineCalculator calculator =
                new DeadlineCalculator(fixture.calendar, OfficeHours.parse("07:00-11:30,13:30-17:00"));
        petitions = new Petitions(database, calculator::due, fixture.audit, new Outbox(), fixture.events, tables);
        ratings = new Ratings(database, fixture.audit, tables);
        subscriptions = new Subscriptions(database, new Outbox(), tables);
        prefills = new Prefills(database, fixture.audit, tables);
        petitionData = new PetitionPersonalData(database, tables);
        ratingData = new RatingPersonalData(database, tables);
        subscriptionData = new SubscriptionPersonalData(database, tables);
        retention = new CitizenRetention(database, tables);
    }

    @Test
    void everyFieldSaysWhatItIsForAndOnWhichLawItRests() {
        for (PersonalDataSource source :
                List.of(petitionData, ratingData, subscriptionData, new PrefillPersonalData())) {
            assertThat(source.fields())
                    .isNotEmpty()
                    .allSatisfy(field -> assertThat(field.label().vi())
                            .isNotBlank()
                            .isNotEqualTo(field.label().en()))
                    .allSatisfy(field -> assertThat(field.purpose().vi()).isNotBlank())
                    .allSatisfy(field -> assertThat(field.legalBasis()).contains("Điều"));
        }
    }

    @Test
    void aPetitionIsFoundByItsSenderInTheAgencyOnly() {
        Petition petition = petition();
        for (DataSubject known : List.of(
                new DataSubject(NAME, "", "", ""),
                new DataSubject("", "", PHONE, ""),
                new DataSubject("", "", "", "binh@thu.example"))) {
            assertThat(petitionData.find(AGENCY, known, 10))
                    .extracting(PersonalRecord::id)
                    .containsExactly(petition.number());
        }
        assertThat(petitionData.find("SNV", BINH, 10)).isEmpty();
        assertThat(petitionData.find(AGENCY, new DataSubject("", "096000000000", "", ""), 10))
                .isEmpty();
    }

    @Test
    void theSenderOfAPetitionIsCorrectedWithoutTouchingItsCourse() {
        Petition before = petition();
        assertThat(rectify(petitionData, before.number(), Map.of("phone", "0988000222")))
                .isEqualTo(Treatment.done());
        Petition after = petitions.find(AGENCY, before.id()).orElseThrow();
        assertThat(after.text().sender().phone()).isEqualTo("0988000222");
        assertThat(after.text().sender().name()).isEqualTo(NAME);
        assertThat(after.version()).isEqualTo(before.version());
        assertThatThrownBy(() -> rectify(petitionData, before.number(), Map.of("phone", "không có")))
                .hasStackTraceContaining("Số điện thoại: không có");
    }

    @Test
    void aPetitionKeepsItsSenderUntilItIsAnsweredAndThenOnlyWhatWasSaid() {
        Petition petition = petition();
        Treatment running = erase(petitionData, petition.number());
        assertThat(running.outcome()).isEqualTo(Treatment.Outcome.KEPT);
        assertThat(running.why().vi()).contains("20/2008/NĐ-CP");

        Petition answered = answered(petition);
        assertThat(erase(petitionData, petition.number()).outcome()).isEqualTo(Treatment.Outcome.PARTLY);
        Petition after = petitions.find(AGENCY, petition.id()).orElseThrow();
        assertThat(words("petition") + words("petition_event"))
                .doesNotContain(NAME, PHONE, "binh@thu", "hẻm Lớn", "tran thi binh")
                .contains("T*** T** B");
        assertThat(after.answer()).startsWith("Đã xin lỗi T*** T** B");
        assertThat(after.version()).isEqualTo(answered.version());
        assertThat(petitionData.find(AGENCY, BINH, 10)).isEmpty();
    }

    @Test
    void aRemarkIsFoundByItsDossierAndErasedWhileItsLevelCounts() {
        Dossier dossier = rated();
        String code = dossier.code().toString();
        DataSubject an = new DataSubject("Nguyễn Thị An", "", "", "");
        assertThat(ratingData.find(AGENCY, an, 10))
                .singleElement()
                .satisfies(record -> assertThat(record.values()).containsEntry("remark", "Cán bộ hẹn chị An ba lần"));
        assertThat(ratingData.find(AGENCY, BINH, 10)).isEmpty();

        assertThat(rectify(ratingData, code, Map.of("remark", "Hẹn ba lần"))).isEqualTo(Treatment.done());
        assertThat(remark(dossier)).isEqualTo("Hẹn ba lần");
        assertThat(erase(ratingData, code).outcome()).isEqualTo(Treatment.Outcome.PARTLY);
        assertThat(remark(dossier)).isEmpty();
        assertThat(ratings.of(dossier).orElseThrow().answers().overall()).isEqualTo(2);
        assertThat(ratingData.find(AGENCY, an, 10)).isEmpty();
    }

    @Test
    void anAddressForEMailsIsFoundAndForgotten() {
        Dossier dossier = fixture.receive(RECEIVED);
        subscriptions.ask(dossier, "binh@thu.example", "https://kientao.example", RECEIVED);
        PersonalRecord found = subscriptionData.find(AGENCY, BINH, 10).get(0);
        assertThat(found.values()).containsEntry("email", "binh@thu.example");
        assertThat(subscriptionData.find(AGENCY, new DataSubject("Nguyễn Thị An", "", "", ""), 10))
                .hasSize(1);
        assertThat(subscriptionData.find("SNV", BINH, 10)).isEmpty();
        assertThat(rectify(subscriptionData, found.id(), Map.of()).outcome()).isEqualTo(Treatment.Outcome.KEPT);
        assertThat(erase(subscriptionData, found.id())).isEqualTo(Treatment.done());
        assertThat(words("dossier_subscription")).isEmpty();
        assertThat(erase(subscriptionData, found.id()).outcome()).isEqualTo(Treatment.Outcome.KEPT);
    }

    @Test
    void whatIsOldGoesUnlessItIsHeld() {
        Petition petition = answered(petition());
        Dossier dossier = rated();
        subscriptions.ask(dossier, "an@thu.example", "https://kientao.example", RECEIVED);
        prefills.keep("2.000635", Map.of("name", NAME), RECEIVED, Optional.of("once"));
        Map<String, String> objects = Map.of(
                CitizenRetention.SENDER,
                petition.number(),
                CitizenRetention.REMARK,
                dossier.code().toString(),
                CitizenRetention.SUBSCRIPTION,
                "1",
                CitizenRetention.PREFILL,
                "1");
        assertThat(retention.rules()).extracting("id").containsExactlyInAnyOrderElementsOf(objects.keySet());
        objects.forEach((rule, object) -> {
            Scope all = new Scope(LATER, Set.of());
            assertThat(retention.due(rule, new Scope(at(RECEIVED), Set.of())))
                    .as(rule)
                    .isZero();
            assertThat(retention.due(rule, new Scope(LATER, Set.of(object))))
                    .as(rule)
                    .isZero();
            assertThat(retention.due(rule, all)).as(rule).isEqualTo(1);
            assertThat(apply(rule, all)).as(rule).isEqualTo(1);
            assertThat(apply(rule, all)).as(rule).isZero();
        });
        assertThat(words("petition")).doesNotContain(NAME, PHONE);
        assertThat(remark(dossier)).isEmpty();
        assertThat(words("dossier_subscription") + words("prefill")).isEmpty();
    }

    private Petition petition() {
        return petitions
                .receive(
                        new NewPetition(
                                AGENCY,
                                "delay",
                                "online",
                                new Sender(false, NAME, PHONE, "binh@thu.example", "Số 7 hẻm Lớn"),
                                "",
                                "Chậm trả kết quả",
                                "Tôi là " + NAME + ", ở Số 7 hẻm Lớn, gọi " + PHONE),
                        DeskFixture.doer(RECEIVED, "k"))
                .orElseThrow()
                .petition();
    }

    private Petition answered(Petition petition) {
        PetitionChange draft = PetitionChange.saying(PetitionAction.DRAFT, "Đã gọi " + PHONE)
                .answering("Đã xin lỗi " + NAME + " và trả kết quả");
        Petition now = change(
                petition,
                PetitionChange.saying(PetitionAction.ASSIGN, "").to("Một cửa").as(PetitionClass.CONDUCT));
        now = change(now, draft);
        now = change(now, PetitionChange.saying(PetitionAction.APPROVE, ""));
        return change(now, PetitionChange.saying(PetitionAction.ANSWER, ""));
    }

    private Petition change(Petition petition, PetitionChange change) {
        return petitions.change(petition, petition.version(), change, DeskFixture.doer(RECEIVED.plusHours(1), ""));
    }

    private Dossier rated() {
        Dossier dossier = fixture.finished(fixture.receive(RECEIVED), RECEIVED.plusDays(3));
        AuditEntry entry = new AuditEntry("", Optional.of(AGENCY), "procedures", "rate", "dossier", "1", "", "r1");
        ratings.rate(dossier, new Answers(2, Map.of(), "Cán bộ hẹn chị An ba lần"), RECEIVED.plusDays(4), entry);
        return dossier;
    }

    private String remark(Dossier dossier) {
        return ratings.of(dossier).orElseThrow().answers().remark();
    }

    private Treatment rectify(PersonalDataSource source, String record, Map<String, String> values) {
        return database.write(handle -> source.rectify(handle, AGENCY, record, values));
    }

    private Treatment erase(PersonalDataSource source, String record) {
        return database.write(handle -> source.erase(handle, AGENCY, record));
    }

    private int apply(String rule, Scope scope) {
        return database.write(handle -> retention.apply(handle, rule, scope, 100));
    }

    private String words(String table) {
        return database.read(handle -> handle.createQuery("SELECT * FROM procedures." + table)
                .mapToMap()
                .map(Object::toString)
                .collect(Collectors.joining("\n")));
    }

    private static Instant at(LocalDateTime time) {
        return time.atZone(Formats.ZONE).toInstant();
    }
}
