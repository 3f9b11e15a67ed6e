package vn.kientao.platform.jobs.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.event.EventListener;
import vn.kientao.platform.api.event.ModuleEvent;
import vn.kientao.platform.api.module.Extensions;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("jobs")
class StoredEventsTest {
    private final Database database;
    private final FixedClock clock = FixedClock.at("2026-11-23T10:00:00");
    private final StoredEvents events;
    private final Serving serving = new Serving();

    StoredEventsTest(Database database) {
        this.database = database;
        this.events = new StoredEvents(database, clock);
    }

    @Test
    void tellsWhoWantsItOnceAfterTheCommit() {
        Ear ear = serving.add(new Ear("steering.ear", "procedures.settled"));
        Ear deaf = serving.add(new Ear("steering.other", "procedures.overdue"));
        events.tell(serving);
        publish("procedures.settled", "H1");

        assertThat(events.tell(serving)).isEqualTo(1);
        assertThat(events.tell(serving)).isZero();
        assertThat(ear.heard).containsExactly("H1");
        assertThat(deaf.heard).isEmpty();
    }

    @Test
    void keepsNothingOfAChangeThatFails() {
        Ear ear = serving.add(new Ear("steering.ear", "procedures.settled"));
        events.tell(serving);
        try {
            database.write(transaction -> {
                events.publish(transaction, event("procedures.settled", "H1"));
                throw new IllegalStateException("the change fails");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("the change fails");
        }

        assertThat(events.tell(serving)).isZero();
        assertThat(ear.heard).isEmpty();
    }

    @Test
    void tellsAgainWhoFailedAndNobodyElse() {
        Ear good = serving.add(new Ear("a.good", "procedures.settled"));
        Ear sick = serving.add(new Ear("b.sick", "procedures.settled"));
        events.tell(serving);
        publish("procedures.settled", "H1");
        sick.sick = true;
        events.tell(serving);
        sick.sick = false;
        events.tell(serving);

        assertThat(good.heard).containsExactly("H1");
        assertThat(sick.heard).containsExactly("H1");
    }

    @Test
    void waitsForWhoIsAway() {
        Ear ear = serving.add(new Ear("steering.ear", "procedures.settled"));
        events.tell(serving);
        serving.listeners.clear();
        publish("procedures.settled", "H1");
        events.tell(serving);
        events.forget();
        serving.add(ear);
        events.tell(serving);

        assertThat(ear.heard).containsExactly("H1");
    }

    @Test
    void forgetsAfterThirtyDaysWhomeverItWaitsFor() {
        Ear ear = serving.add(new Ear("steering.ear", "procedures.settled"));
        events.tell(serving);
        serving.listeners.clear();
        publish("procedures.settled", "H1");
        clock.advance(StoredEvents.KEPT.plus(Duration.ofHours(1)));
        events.forget();
        serving.add(ear);
        events.tell(serving);

        assertThat(ear.heard).isEmpty();
    }

    @Test
    void tellsANewListenerNothingOfThePast() {
        serving.add(new Ear("a.first", "procedures.settled"));
        events.tell(serving);
        publish("procedures.settled", "H1");
        Ear late = serving.add(new Ear("b.late", "procedures.settled"));
        events.tell(serving);
        publish("procedures.settled", "H2");
        events.tell(serving);

        assertThat(late.heard).containsExactly("H2");
    }

    private void publish(String type, String subject) {
        database.write(transaction -> {
            events.publish(transaction, event(type, subject));
            return true;
        });
    }

    private static ModuleEvent event(String type, String subject) {
        return new ModuleEvent(type, Optional.of("STP2"), subject, "", LocalDateTime.of(2026, 11, 23, 10, 0));
    }

    /** A module's listener. */
    private static final class Ear implements EventListener {
        private final String name;
        private final Set<String> types;
        private final List<String> heard = new ArrayList<>();
        private boolean sick;

        Ear(String name, String... types) {
            this.name = name;
            this.types = Set.of(types);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<String> types() {
            return types;
        }

        @Override
        public void hear(ModuleEvent event) {
            if (sick) {
                throw new IllegalStateException("sick");
            }
            heard.add(event.subject());
        }
    }

    /** The releases that serve; one that throws is left out, as the platform does. */
    private static final class Serving implements Extensions {
        private final List<Ear> listeners = new ArrayList<>();

        Ear add(Ear ear) {
            listeners.add(ear);
            return ear;
        }

        @Override
        public <S, R> List<R> of(Class<S> type, String agency, Function<S, R> question) {
            return everywhere(type, question);
        }

        @Override
        public <S, R> List<R> everywhere(Class<S> type, Function<S, R> question) {
            List<R> answers = new ArrayList<>();
            for (Ear ear : listeners) {
                try {
                    answers.add(question.apply(type.cast(ear)));
                } catch (IllegalStateException e) {
                    assertThat(e).hasMessage("sick");
                }
            }
            return answers;
        }
    }
}
