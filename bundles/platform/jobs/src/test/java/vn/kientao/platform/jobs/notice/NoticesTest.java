package vn.kientao.platform.jobs.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.notice.Mail;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordedRoutes;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.SmallSmtpServer;

@OnEachDatabase("jobs")
class NoticesTest {
    private static final LocalText WORDS = new LocalText("Bạn được giao việc mới", "There is new work for you");

    private final Database database;
    private final MovingClock clock = new MovingClock(LocalDateTime.of(2026, 11, 20, 7, 0));
    private final SmallSmtpServer smtp = new SmallSmtpServer();
    private final MailRepository mails = new MailRepository();

    NoticesTest(Database database, Migrations migrations) {
        this.database = database;
        migrations.expand("jobs", FolderScripts.ofModule());
    }

    @AfterEach
    void close() {
        smtp.close();
    }

    @Test
    void tellsWithTheTransactionOrNotAtAll() {
        NoticesComponent notices = notices(true);
        tell(notices, "7");
        assertThatThrownBy(() -> database.write(handle -> {
                    notices.tell(handle, new Notice("7", "test.word", WORDS, "/x"));
                    throw new IllegalStateException("the change fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        clock.pass(Duration.ofMinutes(1));

        assertThat(notices.unread("7")).isEqualTo(1);
        assertThat(notices.unread("8")).isZero();
    }

    @Test
    void showsAReaderOnlyTheOwnNoticesAndMarksThemRead() {
        NoticesComponent notices = notices(true);
        RecordedRoutes routes = routes(notices);
        tell(notices, "7");
        tell(notices, "8");

        for (FakeRequest request : new FakeRequest[] {get(), get().inEnglish()}) {
            assertThat(Rendered.of(routes.call("GET /notices", request))
                            .keepsTheRules()
                            .texts(".kt-task"))
                    .hasSize(1);
        }
        NoticeJson.Listing json = (NoticeJson.Listing) ((Reply.Json) routes.call("GET /api/v1/notices", get())).value();
        String id = "" + json.notices().get(0).id();
        assertThatThrownBy(() -> routes.call("POST /notices/open/{id}", get("8").withPathValue("id", id)))
                .isInstanceOf(ProblemException.class);
        Reply.Redirect opened = (Reply.Redirect) routes.call("POST /notices/open/{id}", get().withPathValue("id", id));
        assertThat(opened.location()).isEqualTo("/STP2/procedures/petitions/1");
        assertThat(notices.unread("7")).isZero();

        tell(notices, "7");
        routes.call("POST /notices/read", get().withField("last", "999999"));
        assertThat(notices.unread("7")).isZero();
        assertThat(notices.unread("8")).isEqualTo(1);
    }

    @Test
    void keepsNoMailWhileItIsOff() {
        assertThat(mail(notices(false))).isFalse();
        assertThat(count("WAITING")).isZero();
    }

    @Test
    void sendsFixedWordsAndALink() {
        NoticesComponent notices = notices(true);
        assertThat(mail(notices)).isTrue();

        notices.tick();

        assertThat(smtp.messages()).hasSize(1);
        String message = smtp.messages().get(0);
        assertThat(message)
                .contains("Auto-Submitted: auto-generated")
                .contains("List-Unsubscribe: <https://kientao.example/stop>");
        assertThat(SmallSmtpServer.body(message))
                .contains("https://kientao.example/x")
                .contains("There is news")
                .contains("Có tin mới");
        assertThat(count(MailQueue.SENT)).isEqualTo(1);
        assertThat(recipients()).doesNotContain("binh@example.vn");
        notices.tick();
        assertThat(smtp.messages()).hasSize(1);
    }

    @Test
    void triesAgainWithGrowingPausesAndThenGivesUp() {
        smtp.answerRecipientsWith("451 later, binh@example.vn");
        NoticesComponent notices = notices(true);
        mail(notices);
        for (int tries = 0; tries < 6; tries++) {
            notices.tick();
            assertThat(count("WAITING")).isEqualTo(1);
            clock.pass(Duration.ofHours(17));
        }
        notices.tick();

        assertThat(count(MailQueue.RETURNED)).isEqualTo(1);
        assertThat(answer()).contains("451").doesNotContain("binh@example.vn");
    }

    @Test
    void recordsWhatComesBackAtOnce() {
        smtp.answerRecipientsWith("550 no such user");
        NoticesComponent notices = notices(true);
        mail(notices);

        notices.tick();

        assertThat(count(MailQueue.RETURNED)).isEqualTo(1);
        assertThat(answer()).contains("550");
    }

    @Test
    void sendsOneSummaryADayFromHalfPastSevenToWhomItIsWanted() {
        NoticesComponent notices = notices(true);
        RecordedRoutes routes = routes(notices);
        Reply wrong = routes.call(
                "POST /notices/digest", get().withField("wanted", "yes").withField("email", "nothing"));
        assertThat(((Reply.View) wrong).status()).isEqualTo(422);
        Rendered.of(wrong).keepsTheRules();
        routes.call("POST /notices/digest", get().withField("wanted", "yes").withField("email", "an@example.vn"));
        tell(notices, "7");

        notices.tick();
        assertThat(smtp.messages()).isEmpty();
        clock.pass(Duration.ofMinutes(31));
        notices.tick();
        notices.tick();
        assertThat(smtp.messages()).hasSize(1);
        assertThat(SmallSmtpServer.body(smtp.messages().get(0))).doesNotContain("giao việc");

        String key = database.read(handle -> handle.createQuery("SELECT stop_key FROM jobs.notice_digest")
                .map((row, context) -> row.getString("stop_key"))
                .one());
        Rendered.of(routes.call("GET /notices/stop", get().withQuery("k", key))).keepsTheRules();
        routes.call("POST /notices/stop", get().withField("k", key));
        clock.pass(Duration.ofDays(1));
        notices.tick();
        assertThat(smtp.messages()).hasSize(1);
    }

    private NoticesComponent notices(boolean enabled) {
        MailServer server = new MailServer(new MailServer.Address(
                "127.0.0.1", smtp.port(), MailServer.Protection.NONE, "", "", "kientao@example.vn"));
        return new NoticesComponent(
                enabled ? Optional.of(server) : Optional.empty(), "https://kientao.example", database, clock);
    }

    private RecordedRoutes routes(NoticesComponent notices) {
        RecordedRoutes routes = new RecordedRoutes();
        new NoticePages(database, notices).routes(routes);
        return routes;
    }

    private void tell(NoticesComponent notices, String account) {
        database.write(handle -> {
            notices.tell(handle, new Notice(account, "test.word", WORDS, "/STP2/procedures/petitions/1"));
            return account;
        });
    }

    private boolean mail(NoticesComponent notices) {
        Mail mail = new Mail(
                "binh@example.vn",
                new LocalText("Tin mới", "News"),
                new LocalText("Có tin mới.", "There is news."),
                "https://kientao.example/x",
                "https://kientao.example/stop");
        return database.write(handle -> notices.mail(handle, mail));
    }

    private int count(String state) {
        return database.read(handle -> mails.count(handle, state));
    }

    private String answer() {
        return database.read(handle -> mails.lastAnswer(handle, MailQueue.RETURNED))
                .orElseThrow();
    }

    private List<String> recipients() {
        return database.read(handle -> handle.createQuery("SELECT recipient FROM jobs.mail")
                .map((row, context) -> row.getString("recipient"))
                .list());
    }

    private static FakeRequest get() {
        return get("7");
    }

    private static FakeRequest get(String account) {
        Actor actor = new Actor(account, "Nguyễn Văn An", Set.of(), Map.of());
        return FakeRequest.get("notices", "/notices").to("/notices").by(actor);
    }

    /** A clock that a test moves on. */
    private static final class MovingClock extends Clock {
        private Instant now;

        MovingClock(LocalDateTime start) {
            now = start.atZone(Formats.ZONE).toInstant();
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return Formats.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
