package vn.kientao.reform.procedures.app.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.AGENCY;
import static vn.kientao.reform.procedures.app.dossier.DeskFixture.RECEIVED;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Circumstances;
import vn.kientao.platform.directory.domain.DeadlineCalculator;
import vn.kientao.platform.directory.domain.OfficeHours;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.citizen.Outbox;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.domain.citizen.SecretCode;
import vn.kientao.reform.procedures.domain.petition.NewPetition;
import vn.kientao.reform.procedures.domain.petition.Petition;
import vn.kientao.reform.procedures.domain.petition.PetitionAction;
import vn.kientao.reform.procedures.domain.petition.PetitionClass;
import vn.kientao.reform.procedures.domain.petition.PetitionFilter;
import vn.kientao.reform.procedures.domain.petition.PetitionState;
import vn.kientao.reform.procedures.domain.petition.PetitionTrail;
import vn.kientao.reform.procedures.domain.petition.Sender;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.web.dossier.TwoAgencies;

@OnEachDatabase("procedures")
class PetitionsTest {
    private final DeskFixture fixture;
    private final Petitions petitions;
    private final PetitionRegister register;
    private final PetitionMoves moves;
    private final Database database;
    private final Outbox outbox = new Outbox();

    PetitionsTest(Database database, Migrations migrations) {
        this.database = database;
        fixture = new DeskFixture(database, migrations);
        ProcedureTables tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        DeadlineCalculator calculator =
                new DeadlineCalculator(fixture.calendar, OfficeHours.parse("07:00-11:30,13:30-17:00"));
        petitions = new Petitions(database, calculator::due, fixture.audit, outbox, fixture.events, tables);
        register = new PetitionRegister(database, tables);
        moves = new PetitionMoves(database, calculator::due, fixture.audit, new TwoAgencies(), outbox, tables);
    }

    @Test
    void countsFiveWorkingDaysToForwardAndTwentyDaysToAnswer() {
        Petition petition = receive("k1").petition();

        // Friday 20/11; Tuesday 24/11 is a holiday of the fixture.
        assertThat(petition.due()).isEqualTo(LocalDateTime.of(2026, 11, 30, 17, 0));
        assertThat(petition.answerDue()).isEqualTo(LocalDateTime.of(2026, 12, 10, 17, 0));
        assertThat(petition.legalBasis()).contains("20/2008").contains("574");
        assertThat(petition.number()).startsWith("PA-2026-");
    }

    @Test
    void opensWithTheCodeThatNobodyKeeps() {
        Petitions.Received received = receive("k2");

        assertThat(petitions.find(received.code())).contains(received.petition());
        assertThat(petitions.find(SecretCode.next(new java.security.SecureRandom())))
                .isEmpty();
        String kept = database.read(handle -> handle.createQuery("SELECT lookup FROM procedures.petition")
                .map((row, context) -> row.getString("lookup"))
                .list()
                .toString());
        assertThat(kept).doesNotContain(received.code().text());
        assertThat(SecretCode.parse(" "
                        + received.code()
                                .text()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace("-", " ")))
                .contains(received.code());
    }

    @Test
    void takesTheSameFormOnce() {
        receive("k3");
        assertThat(petitions.receive(petition("Lần hai"), doer("k3"))).isEmpty();
    }

    @Test
    void goesFromReceiptToAPublishedAnswer() {
        Petition petition = receive("k4").petition();
        petition = act(petition, PetitionChange.saying(PetitionAction.ASK, "Ngày nào?"));
        petition = act(petition, PetitionChange.saying(PetitionAction.SUPPLEMENT, "Ngày 12/11"));
        assertThat(petition.text().content()).endsWith("Ngày 12/11");
        petition = act(
                petition,
                PetitionChange.saying(PetitionAction.ASSIGN, "")
                        .to("Phòng Hộ tịch")
                        .as(PetitionClass.CONDUCT));
        assertThat(petition.due()).isEqualTo(petition.answerDue());
        petition = act(petition, PetitionChange.saying(PetitionAction.UPDATE, "Đang xác minh"));
        petition = act(petition, PetitionChange.saying(PetitionAction.DRAFT, "").answering("Đã nhắc nhở."));
        assertThat(fixture.told)
                .extracting(event -> event.type() + " " + event.subject() + " "
                        + event.agency().orElse(""))
                .as("for those who look into the conduct of officials, once")
                .containsExactly("procedures.petition-conduct " + petition.number() + " " + petition.agency());
        petition = act(petition, PetitionChange.saying(PetitionAction.RETURN, "Nêu rõ hơn"));
        petition = act(petition, PetitionChange.saying(PetitionAction.DRAFT, "").answering("Đã kiểm điểm."));
        petition = act(petition, PetitionChange.saying(PetitionAction.APPROVE, ""));
        petition = act(petition, PetitionChange.saying(PetitionAction.ANSWER, ""));
        assertThat(petition.endedAt()).isPresent();
        petition = act(
                petition,
                PetitionChange.saying(PetitionAction.PUBLISH, "").publishing("Chậm", "Chờ lâu", "Đã kiểm điểm."));

        assertThat(register.published(Optional.of("CHO LAU"), Optional.empty(), 10))
                .singleElement()
                .satisfies(one -> assertThat(one.text().answer()).isEqualTo("Đã kiểm điểm."));
        assertThat(register.published(Optional.of("không có"), Optional.empty(), 10))
                .isEmpty();
        assertThat(petition.events()).hasSize(11);
    }

    @Test
    void tellsTheSenderEverySevenDaysWhenItTakesLonger() {
        Petition petition = act(
                receive("k5").petition(),
                PetitionChange.saying(PetitionAction.ASSIGN, "").to("Phòng A").as(PetitionClass.OWN_RULE));
        LocalDateTime late = petition.answerDue().minusHours(1);

        Petition told = petitions.change(
                petition,
                petition.version(),
                PetitionChange.saying(PetitionAction.UPDATE, "Chờ ý kiến"),
                DeskFixture.doer(late, ""));

        assertThat(told.due()).isEqualTo(late.toLocalDate().plusDays(7).atTime(17, 0));
    }

    @Test
    void isRatedOnceAndOpenedAgainOnce() {
        Petition petition = answered("k6");
        petition = act(
                petition, PetitionChange.saying(PetitionAction.RATE, "Chưa rõ").rated(2));
        assertThat(petition.rating()).contains(2);
        assertThat(petition.allows(PetitionAction.RATE)).isFalse();

        petition = act(petition, PetitionChange.saying(PetitionAction.REOPEN, "Chưa giải quyết"));
        assertThat(petition.state()).isEqualTo(PetitionState.NEW);
        assertThat(petition.due().toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 27));

        Petition again = answer(petition);
        assertThat(again.allows(PetitionAction.REOPEN)).isFalse();
    }

    @Test
    void refusesWhatCannotBeDoneAndWhatSomebodyElseHasChanged() {
        Petition petition = receive("k7").petition();
        assertThatThrownBy(() -> act(petition, PetitionChange.saying(PetitionAction.ANSWER, "")))
                .isInstanceOf(PetitionNotAllowedException.class);
        act(
                petition,
                PetitionChange.saying(PetitionAction.REFUSE, "Ngoài phạm vi").as(PetitionClass.NOT_ACCEPTED));
        assertThatThrownBy(() -> act(petition, PetitionChange.saying(PetitionAction.ASK, "Gì?")))
                .isInstanceOf(StaleRecordException.class);
        assertThat(petitions.find("OTHER", petition.id())).isEmpty();
    }

    @Test
    void listsByDeadlineAndEndedOnesNewestFirst() {
        Petition first = receive("k8").petition();
        Petition second = petitions
                .receive(
                        petition("Khác"),
                        new Doer(AGENCY, "", "", RECEIVED.plusDays(4), Optional.empty(), doer("").audit()))
                .orElseThrow()
                .petition();
        assertThat(register.page(filter(true), Optional.empty(), 10))
                .extracting("id")
                .containsExactly(first.id(), second.id());
        assertThat(register.page(
                        filter(true),
                        Optional.of(register.page(filter(true), Optional.empty(), 1)
                                .get(0)
                                .listKey()),
                        10))
                .extracting("id")
                .containsExactly(second.id());

        act(
                first,
                PetitionChange.saying(PetitionAction.FORWARD, "")
                        .to("Bộ Tư pháp")
                        .as(PetitionClass.OTHER_BODY));
        assertThat(register.count(filter(true))).isEqualTo(1);
        assertThat(register.page(filter(false), Optional.empty(), 10))
                .singleElement()
                .satisfies(row -> assertThat(row.assignedTo()).isEqualTo("Bộ Tư pháp"));
    }

    @Test
    void movesIntoTheRegisterOfTheAgencyThatAnswersWithClocksOfItsOwn() {
        Petitions.Received received = receive("k10");
        Petition sent = act(
                received.petition(),
                PetitionChange.saying(PetitionAction.FORWARD, "Thuộc ngành y tế")
                        .into("SYT2", "Sở Y tế")
                        .as(PetitionClass.OTHER_BODY));
        assertThat(petitions.find(received.code())).contains(sent);

        LocalDateTime arrival = RECEIVED.plusDays(3);
        assertThat(moves.deliver(arrival)).isEqualTo(1);
        assertThat(moves.deliver(arrival)).isZero();

        Petition arrived = petitions.find(received.code()).orElseThrow();
        assertThat(arrived.agency()).isEqualTo("SYT2");
        assertThat(arrived.state()).isEqualTo(PetitionState.NEW);
        assertThat(arrived.receivedAt()).isEqualTo(arrival);
        assertThat(arrived.due()).isEqualTo(LocalDateTime.of(2026, 12, 1, 17, 0));
        assertThat(arrived.answerDue()).isEqualTo(LocalDateTime.of(2026, 12, 14, 17, 0));
        assertThat(arrived.text().content()).isEqualTo(sent.text().content());
        assertThat(moves.before(arrived)).extracting(Petition::id).containsExactly(sent.id());
        assertThat(moves.trail(arrived).from()).contains(new PetitionTrail.Place(AGENCY, sent.number()));
        assertThat(moves.trail(sent).to()).contains(new PetitionTrail.Place("SYT2", arrived.number()));
        assertThat(petitions.find(AGENCY, sent.id()).orElseThrow().state()).isEqualTo(PetitionState.FORWARDED);
        assertThat(fixture.audit.actions()).last().isEqualTo("procedures.petition-arrive");
    }

    @Test
    void theAnswerOfTheAgencyThatTookItIsPublishedAsItsOwn() {
        Petitions.Received received = receive("k11");
        act(
                received.petition(),
                PetitionChange.saying(PetitionAction.FORWARD, "")
                        .into("SYT2", "Sở Y tế")
                        .as(PetitionClass.OTHER_BODY));
        moves.deliver(RECEIVED.plusMinutes(1));
        Petition petition = petitions.find(received.code()).orElseThrow();
        petition = act(
                petition,
                PetitionChange.saying(PetitionAction.ASSIGN, "")
                        .to("Phòng Nghiệp vụ")
                        .as(PetitionClass.OWN_RULE));
        petition = act(petition, PetitionChange.saying(PetitionAction.DRAFT, "").answering("Đã bãi bỏ yêu cầu."));
        petition = act(petition, PetitionChange.saying(PetitionAction.APPROVE, ""));
        petition = act(petition, PetitionChange.saying(PetitionAction.ANSWER, ""));
        act(
                petition,
                PetitionChange.saying(PetitionAction.PUBLISH, "").publishing("Giấy tờ", "Thừa giấy", "Đã bãi bỏ."));

        assertThat(register.published(Optional.of("thua giay"), Optional.empty(), 10))
                .singleElement()
                .satisfies(one -> assertThat(one.agency()).isEqualTo("SYT2"));
    }

    @Test
    void tellsTheSenderOnceByEmailWhoHasItNowAndByWhen() {
        Sender binh = new Sender(false, "Trần Thị Bình", "0913000111", "binh@example.vn", "");
        Petition petition = petitions
                .receive(new NewPetition(AGENCY, "delay", "online", binh, "", "Chậm", "Tôi chờ lâu"), doer("k13"))
                .orElseThrow()
                .petition();
        act(
                petition,
                PetitionChange.saying(PetitionAction.FORWARD, "")
                        .into("SYT2", "Sở Y tế")
                        .as(PetitionClass.OTHER_BODY)
                        .at("https://example.vn/public/procedures"));
        assertThat(outbox.kept()).as("nothing before it has arrived").isEmpty();
        moves.deliver(RECEIVED.plusDays(3));
        moves.deliver(RECEIVED.plusDays(3));

        assertThat(outbox.kept()).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo("binh@example.vn");
            assertThat(mail.text().vi())
                    .contains("Sở Y tế")
                    .contains("14/12/2026")
                    .doesNotContain("Bình");
            assertThat(mail.text().en()).contains("Department of Health").contains("14/12/2026");
            assertThat(mail.link()).isEqualTo("https://example.vn/public/procedures/feedback/track");
        });
    }

    @Test
    void tellsTheSenderThatABodyOutsideAnswers() {
        Sender binh = new Sender(false, "Trần Thị Bình", "", "binh@example.vn", "");
        Petition petition = petitions
                .receive(new NewPetition(AGENCY, "delay", "online", binh, "", "Chậm", "Tôi chờ lâu"), doer("k14"))
                .orElseThrow()
                .petition();
        act(
                petition,
                PetitionChange.saying(PetitionAction.FORWARD, "")
                        .to("Bộ Tư pháp")
                        .as(PetitionClass.OTHER_BODY)
                        .at("https://example.vn/public/procedures"));
        assertThat(outbox.kept())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text().vi()).contains("ngoài hệ thống"));
    }

    /** On PostgreSQL an agency's own transactions see nothing of another's: the move is nobody's. */
    @Test
    void anAgencySendsWithoutSeeingTheOtherRegister() {
        Circumstances ofTheAgency =
                new Circumstances(Actor.anonymous(), "r1", "192.0.2.1", Optional.of(AGENCY), Optional.empty());
        Petitions.Received received = receive("k12");
        try (Circumstances.Scope scope = ofTheAgency.enter()) {
            assertThat(scope).isNotNull();
            act(
                    received.petition(),
                    PetitionChange.saying(PetitionAction.FORWARD, "")
                            .into("SYT2", "Sở Y tế")
                            .as(PetitionClass.OTHER_BODY));
        }
        assertThat(moves.deliver(RECEIVED.plusMinutes(1))).isEqualTo(1);
        assertThat(petitions.find(received.code()).orElseThrow().agency()).isEqualTo("SYT2");
    }

    @Test
    void tellsWhoeverWorkedOnItWhatTheSenderHasDone() {
        Petition petition = act(receive("k9").petition(), PetitionChange.saying(PetitionAction.ASK, "Ngày nào?"));
        Doer sender = new Doer(AGENCY, "", "", RECEIVED, Optional.empty(), doer("").audit());

        petitions.change(
                petition, petition.version(), PetitionChange.saying(PetitionAction.SUPPLEMENT, "Ngày 12/11"), sender);

        assertThat(outbox.told()).singleElement().satisfies(notice -> {
            assertThat(notice.account()).isEqualTo("lan");
            assertThat(notice.link()).isEqualTo("/STP2/procedures/petitions/" + petition.id());
            assertThat(notice.text().vi()).contains(petition.number()).doesNotContain("Trần");
        });
    }

    private Petition answered(String key) {
        return answer(receive(key).petition());
    }

    private Petition answer(Petition petition) {
        Petition assigned = act(
                petition,
                PetitionChange.saying(PetitionAction.ASSIGN, "").to("Phòng A").as(PetitionClass.OWN_RULE));
        Petition drafted =
                act(assigned, PetitionChange.saying(PetitionAction.DRAFT, "").answering("Trả lời"));
        Petition approved = act(drafted, PetitionChange.saying(PetitionAction.APPROVE, ""));
        return act(approved, PetitionChange.saying(PetitionAction.ANSWER, ""));
    }

    private Petition act(Petition petition, PetitionChange change) {
        return petitions.change(petition, petition.version(), change, doer(""));
    }

    private Petitions.Received receive(String key) {
        return petitions.receive(petition("Chậm giải quyết"), doer(key)).orElseThrow();
    }

    private static NewPetition petition(String title) {
        Sender sender = new Sender(false, "Trần Thị Bình", "0913000111", "", "");
        return new NewPetition(AGENCY, "delay", "online", sender, "", title, "Tôi chờ lâu");
    }

    private static Doer doer(String key) {
        return DeskFixture.doer(RECEIVED, key);
    }

    private static PetitionFilter filter(boolean running) {
        return new PetitionFilter(
                AGENCY, running, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
