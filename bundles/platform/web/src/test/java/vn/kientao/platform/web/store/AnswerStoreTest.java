package vn.kientao.platform.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.web.once.Answers.Reservation;

@OnEachDatabase("web")
class AnswerStoreTest {
    private final FixedClock clock = FixedClock.at("2026-11-23T09:00");
    private final AnswerStore answers;

    AnswerStoreTest(Database database) {
        answers = new AnswerStore(database, clock);
    }

    @Test
    void reservesAKeyOnceAndRemembersTheAnswerForADay() {
        assertThat(answers.reserve("key", "body")).isEqualTo(new Reservation.Fresh());
        assertThat(answers.reserve("key", "body")).isEqualTo(new Reservation.UnderWay());
        answers.keep("key", 201, "{\"mã\":1}", "{}");

        assertThat(answers.reserve("key", "body")).isEqualTo(new Reservation.Answered(201, "{\"mã\":1}", "{}"));
        assertThat(answers.reserve("key", "other")).isEqualTo(new Reservation.OtherBody());
        clock.advance(Duration.ofHours(25));
        assertThat(answers.reserve("key", "other")).isEqualTo(new Reservation.Fresh());
    }

    @Test
    void freesAKeyThatWasReleasedOrWhoseRequestNeverEnded() {
        answers.reserve("failed", "body");
        answers.release("failed");
        assertThat(answers.reserve("failed", "body")).isEqualTo(new Reservation.Fresh());

        answers.reserve("crashed", "body");
        clock.advance(Duration.ofMinutes(11));
        assertThat(answers.reserve("crashed", "body")).isEqualTo(new Reservation.Fresh());
        answers.keep("crashed", 200, "1", "{}");
        answers.release("crashed");
        assertThat(answers.reserve("crashed", "body")).isEqualTo(new Reservation.Answered(200, "1", "{}"));
    }
}
