package vn.kientao.platform.privacy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.platform.privacy.app.TestPrivacy.NINE;
import static vn.kientao.platform.privacy.app.TestPrivacy.officer;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.privacy.RetentionSource.Scope;
import vn.kientao.platform.api.privacy.Treatment;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.privacy.app.PersonalRecords.RecordKey;
import vn.kientao.platform.privacy.domain.Decision;
import vn.kientao.platform.privacy.domain.RequestKind;
import vn.kientao.platform.privacy.domain.RequestQuery;
import vn.kientao.platform.privacy.domain.RequestRow;
import vn.kientao.platform.privacy.domain.RequestState;
import vn.kientao.platform.privacy.domain.SubjectRequest;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("privacy")
class RequestStepsTest {
    private static final RecordKey LETTER = new RecordKey("trial.letter", "T1");

    private final TestPrivacy privacy;

    RequestStepsTest(Database database) {
        privacy = new TestPrivacy(database);
    }

    @Test
    void aRequestKeepsTheRuleInForceOnTheDayItCame() {
        SubjectRequest now = privacy.receive(RequestKind.ERASE);
        assertThat(now.rule().legalBasis()).contains("356/2025");
        assertThat(now.replyBy()).isEqualTo(LocalDateTime.of(2026, 12, 2, 17, 0));
        assertThat(now.dueAt()).isEqualTo(LocalDateTime.of(2026, 12, 20, 17, 0));

        LocalDateTime before = LocalDateTime.of(2025, 12, 31, 9, 0);
        SubjectRequest then = privacy.desk.receive(
                RequestKind.ERASE, TestPrivacy.AN, "Xoá", false, Optional.empty(), officer("STP", "", before));
        assertThat(then.rule().legalBasis()).contains("13/2023");
        assertThat(then.dueAt()).isEqualTo(before.plusHours(72));
    }

    @Test
    void theSameFormSentTwiceMakesOneRequest() {
        SubjectRequest first =
                privacy.desk.receive(RequestKind.ACCESS, TestPrivacy.AN, "Xem", false, Optional.of("k"), officer(""));
        SubjectRequest again =
                privacy.desk.receive(RequestKind.ACCESS, TestPrivacy.AN, "Xem", false, Optional.of("k"), officer(""));
        assertThat(again.code()).isEqualTo(first.code());
        assertThat(privacy.audit.actions()).containsExactly("privacy.receive");
    }

    @Test
    void aRequestGoesFromStepToStepAndEachLeavesAnEntryWithoutPersonalData() {
        SubjectRequest request = privacy.receive(RequestKind.ERASE);
        privacy.steps.identify(request, "Đối chiếu thẻ tại quầy", officer("7"));
        privacy.steps.decide(privacy.again(request), Decision.GRANTED, "", officer("7"));
        privacy.records.carryOut(privacy.again(request), List.of(LETTER), Map.of(), "", officer("7"));
        privacy.steps.answer(privacy.again(request), "Đã xoá", officer("7"));

        SubjectRequest ended = privacy.again(request);
        assertThat(ended.state()).isEqualTo(RequestState.ANSWERED);
        assertThat(ended.version()).isEqualTo(5);
        assertThat(ended.treated()).singleElement().satisfies(treated -> {
            assertThat(treated.outcome()).isEqualTo(Treatment.Outcome.PARTLY);
            assertThat(treated.why()).contains("luật lưu trữ");
        });
        assertThat(privacy.letters.kept).isEmpty();
        assertThat(privacy.audit.actions())
                .containsExactly(
                        "privacy.receive",
                        "privacy.identify",
                        "privacy.decide",
                        "privacy.erase",
                        "privacy.carry-out",
                        "privacy.answer");
        assertThat(privacy.audit.entries().toString()).doesNotContain("Nguyễn", "0913123456", "096123456789");
    }

    @Test
    void nothingIsGrantedToSomebodyWhoseIdentityIsNotProvedButItCanBeRefused() {
        SubjectRequest request = privacy.receive(RequestKind.ACCESS);
        assertThatThrownBy(() -> privacy.steps.decide(request, Decision.GRANTED, "", officer("7")))
                .isInstanceOf(StepRefusedException.class);

        privacy.steps.decide(request, Decision.REFUSED, "Không đến xác minh", officer("7"));
        privacy.steps.answer(privacy.again(request), "Không xác minh được", officer("7"));
        assertThat(privacy.again(request).state()).isEqualTo(RequestState.ANSWERED);
    }

    @Test
    void theSecondOfTwoOfficersIsToldThatTheRequestHasChanged() {
        SubjectRequest request = privacy.receive(RequestKind.ACCESS);
        privacy.steps.identify(request, "Thẻ", officer("7"));
        assertThatThrownBy(() -> privacy.steps.identify(request, "Thẻ", officer("8")))
                .isInstanceOf(StaleRecordException.class);
    }

    @Test
    void thePeriodIsExtendedOnce() {
        SubjectRequest request = privacy.receive(RequestKind.OBJECT);
        privacy.steps.extend(request, "Phải hỏi bên thứ ba", officer("7"));
        SubjectRequest longer = privacy.again(request);
        assertThat(longer.dueAt()).isAfter(request.dueAt());
        assertThatThrownBy(() -> privacy.steps.extend(longer, "Nữa", officer("7")))
                .isInstanceOf(StepRefusedException.class);
    }

    @Test
    void aCorrectionWritesTheNewValueAndOnlyTheNameOfTheFieldIntoTheTrail() {
        SubjectRequest request = granted(RequestKind.RECTIFY);
        privacy.records.carryOut(request, List.of(LETTER), Map.of("phone", "0988000111"), "", officer("7"));
        assertThat(privacy.letters.kept).containsEntry("T1", "0988000111");
        assertThat(privacy.audit.entries().toString())
                .contains("\"fields\":[\"phone\"]")
                .doesNotContain("0988000111");
    }

    @Test
    void whatCannotBeDoneWhollyIsNotDoneAtAll() {
        SubjectRequest request = granted(RequestKind.ERASE);
        privacy.letters.broken = true;
        assertThatThrownBy(() -> privacy.records.carryOut(request, List.of(LETTER), Map.of(), "", officer("7")))
                .isInstanceOf(RuntimeException.class);
        assertThat(privacy.again(request).state()).isEqualTo(RequestState.DECIDED);
        assertThatThrownBy(() -> privacy.records.carryOut(
                        request, List.of(new RecordKey("trial.letter", "T9")), Map.of(), "", officer("7")))
                .isInstanceOf(StepRefusedException.class);
    }

    private SubjectRequest granted(RequestKind kind) {
        SubjectRequest request = privacy.receive(kind);
        privacy.steps.identify(request, "Thẻ", officer("7"));
        privacy.steps.decide(privacy.again(request), Decision.GRANTED, "", officer("7"));
        return privacy.again(request);
    }

    @Test
    void aRequestIsFollowedByCodeAndDigitsAndNotByOneOfThemAlone() {
        SubjectRequest request = privacy.receive(RequestKind.ACCESS);
        assertThat(privacy.desk.track(request.code(), "3456")).isPresent();
        assertThat(privacy.desk.track(request.code().toLowerCase(Locale.ROOT), "3456"))
                .isPresent();
        assertThat(privacy.desk.track(request.code(), "3457")).isEmpty();
        assertThat(privacy.desk.track(request.code(), "")).isEmpty();
        assertThat(privacy.desk.track("DL-261130-ZZZZZZZZ", "3456")).isEmpty();
        assertThat(privacy.desk.find("SNV", request.code())).isEmpty();
    }

    @Test
    void theMostUrgentComeFirstAndPagesGoOnWhereTheLastOneEnded() {
        SubjectRequest slow = privacy.receive(RequestKind.ERASE);
        SubjectRequest fast = privacy.receive(RequestKind.ACCESS);
        SubjectRequest other = privacy.receive(RequestKind.ACCESS);
        RequestQuery open = new RequestQuery("STP", true, Optional.empty(), Optional.empty(), Optional.empty());

        List<RequestRow> first = privacy.desk.list(open, Optional.empty(), 2);
        assertThat(first).extracting(RequestRow::code).containsExactly(fast.code(), other.code());
        assertThat(privacy.desk.list(open, Optional.of(first.get(1).id()), 2))
                .extracting(RequestRow::code)
                .containsExactly(slow.code());
        RequestQuery all =
                new RequestQuery("STP", false, Optional.of(RequestKind.ACCESS), Optional.empty(), Optional.empty());
        assertThat(privacy.desk.list(all, Optional.empty(), 9))
                .extracting(RequestRow::code)
                .containsExactly(other.code(), fast.code());
    }

    @Test
    void aRequestAnsweredLongAgoNoLongerTellsWhoseItWas() {
        SubjectRequest request = privacy.receive(RequestKind.ACCESS);
        privacy.steps.decide(request, Decision.REFUSED, "Không rõ", officer("7"));
        privacy.steps.answer(privacy.again(request), "Không rõ", officer("7"));
        RequestRetention retention = new RequestRetention(privacy.store);
        Scope later = new Scope(NINE.plusYears(6).atZone(Formats.ZONE).toInstant(), Set.of());
        Scope held = new Scope(later.before(), Set.of(request.code()));

        assertThat(retention.due("privacy.requests", held)).isZero();
        assertThat(retention.due("privacy.requests", later)).isEqualTo(1);
        assertThat(privacy.store.<Integer>write(handle -> retention.apply(handle, "privacy.requests", later, 10)))
                .isEqualTo(1);
        assertThat(privacy.again(request).toString()).doesNotContain("Nguyễn", "0913123456", "096123456789");
        assertThat(retention.due("privacy.requests", later)).isZero();
    }
}
