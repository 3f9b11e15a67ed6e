package vn.kientao.platform.privacy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.privacy.app.TestPrivacy;
import vn.kientao.platform.privacy.domain.RequestKind;
import vn.kientao.platform.privacy.domain.SubjectRequest;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;

class PublicPagesTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.h2("privacy");

    private TestPrivacy privacy;
    private PublicPages pages;

    @BeforeEach
    void open() {
        privacy = new TestPrivacy(database.database());
        pages = new PublicPages(privacy.desk, privacy.records, privacy.retention, new OneAgency());
    }

    private FakeRequest get() {
        return FakeRequest.get("privacy", "").at(privacy.clock);
    }

    private FakeRequest post() {
        return FakeRequest.post("privacy", "").at(privacy.clock);
    }

    @Test
    void everybodyReadsWhatIsKeptWhyHowLongAndWhatMayBeAskedFor() {
        String words = Rendered.of(pages.tell(get())).keepsTheRules().document().text();
        assertThat(words)
                .contains("Thư", "Điện thoại", "Dữ liệu cá nhân cơ bản", "Báo tin", "Luật thử, Điều 1")
                .contains("3 tháng kể từ lúc nhận", "Luật thử, Điều 2")
                .contains("2 ngày làm việc", "20 ngày", "356/2025");
        assertThat(Rendered.of(pages.tell(get().inEnglish())).document().text())
                .contains("Letters", "Telephone", "Basic personal data", "3 months from the receipt");
    }

    @Test
    void aRequestIsHandedInAndFollowedByCodeAndDigits() {
        FakeRequest sent = post().withField("agency", "STP")
                .withField("kind", "access")
                .withField("name", "Nguyễn Thị An")
                .withField("phone", "0913123456")
                .withField("idNumber", "096123456789")
                .withField("words", "Cho biết đang giữ gì");
        Reply.Redirect done = (Reply.Redirect) pages.receive(sent);
        String code = done.location().substring(done.location().indexOf('=') + 1);
        Rendered received =
                Rendered.of(pages.trackForm(get().withQuery("received", code))).keepsTheRules();
        assertThat(received.text(".kt-receipt-code")).isEqualTo(code);
        assertThat(privacy.audit.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.agency()).contains("STP"));

        Rendered found = Rendered.of(pages.track(post().withField("code", code).withField("phone", "3456")))
                .keepsTheRules();
        assertThat(found.document().text())
                .contains("Đã tiếp nhận", "Sở Tư pháp")
                .doesNotContain("Nguyễn", "0913123456", "096123456789");
    }

    @Test
    void aWrongCodeAndWrongDigitsGetTheSameAnswer() {
        SubjectRequest request = privacy.receive(RequestKind.ACCESS);
        String wrongDigits = answer(request.code(), "0000").replace(request.code(), "…");
        String wrongCode = answer("DL-261130-ZZZZZZZZ", "3456").replace("DL-261130-ZZZZZZZZ", "…");
        assertThat(wrongCode).isEqualTo(wrongDigits).contains("Không tìm thấy");
    }

    private String answer(String code, String digits) {
        Reply reply = pages.track(post().withField("code", code).withField("phone", digits));
        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        return Rendered.of(reply).document().body().html();
    }

    @Test
    void guessingIsStopped() {
        for (int i = 0; i < 10; i++) {
            answer("DL-261130-" + i, "3456");
        }
        assertThatThrownBy(() -> answer("DL-261130-X", "3456"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(429));
    }

    @Test
    void everyMistakeOfTheFormIsNamed() {
        Reply reply = pages.receive(post().withField("phone", "x").withField("idNumber", "1"));
        assertThat(((Reply.View) reply).status()).isEqualTo(422);
        Rendered page = Rendered.of(reply).keepsTheRules();
        assertThat(page.texts(".kt-errors li")).hasSize(6);
        assertThat(page.text("#phone-error")).contains("10 chữ số");
    }

    private static final class OneAgency implements Agencies {
        private static final Agency JUSTICE = new Agency(
                "STP",
                new LocalText("Sở Tư pháp", "Department of Justice"),
                "department",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());

        @Override
        public Optional<Agency> find(String code) {
            return Optional.of(JUSTICE).filter(agency -> agency.code().equals(code));
        }

        @Override
        public List<Agency> on(LocalDate day) {
            return List.of(JUSTICE);
        }

        @Override
        public List<Agency> all() {
            return List.of(JUSTICE);
        }
    }
}
