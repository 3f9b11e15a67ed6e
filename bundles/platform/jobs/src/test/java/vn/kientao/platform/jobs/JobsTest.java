package vn.kientao.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.kientao.platform.api.jobs.JobContext;
import vn.kientao.platform.api.jobs.JobFailedException;
import vn.kientao.platform.api.jobs.JobStatus;
import vn.kientao.platform.api.jobs.JobStatus.State;
import vn.kientao.platform.api.jobs.JobType;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.TestDatabase;

@OnEachDatabase("jobs")
@Timeout(60)
class JobsTest {
    private final TestDatabase store;
    private final JobTypes types = new JobTypes();
    private StoredJobs jobs;

    JobsTest(TestDatabase store) {
        this.store = store;
        this.jobs = start("node-1", Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void runsAJobToItsResult() {
        types.add(type("trial.shout", context -> context.payload() + "!"));

        long id = jobs.submit("trial.shout", "chào", Optional.of("STP"), "an");

        JobStatus job = await(id, found -> found.state().ended());
        assertThat(job.state()).isEqualTo(State.SUCCEEDED);
        assertThat(job.result()).contains("chào!");
        assertThat(job.agency()).contains("STP");
        assertThat(job.account()).isEqualTo("an");
        assertThat(job.endedAt()).isPresent();
        assertThat(jobs.newest("trial.shout", 10)).extracting(JobStatus::id).containsExactly(id);
    }

    @Test
    void tellsWhyAJobCouldNotDoWhatWasAsked() {
        types.add(type("trial.refuse", context -> {
            throw new JobFailedException(new LocalText("Tệp không có dòng nào", "The file has no lines"));
        }));

        long id = jobs.submit("trial.refuse", "", Optional.empty(), "an");

        JobStatus job = await(id, found -> found.state().ended());
        assertThat(job.state()).isEqualTo(State.FAILED);
        assertThat(job.reason()).map(LocalText::vi).contains("Tệp không có dòng nào");
    }

    @Test
    void hidesTheInsideOfAFault() {
        types.add(type("trial.fault", context -> {
            throw new IllegalStateException("mật khẩu 1234");
        }));

        long id = jobs.submit("trial.fault", "", Optional.empty(), "an");

        JobStatus job = await(id, found -> found.state().ended());
        assertThat(job.reason().orElseThrow().vi()).contains(Long.toString(id)).doesNotContain("1234");
    }

    @Test
    void handsTheWholeFileOver() {
        byte[] content = new byte[5_000_000];
        new Random(7).nextBytes(content);
        types.add(type("trial.sum", context -> Integer.toString(Arrays.hashCode(bytes(context)))));

        long id = jobs.submit("trial.sum", "", new ByteArrayInputStream(content), Optional.empty(), "an");

        JobStatus job = await(id, found -> found.state().ended());
        assertThat(job.result()).contains(Integer.toString(Arrays.hashCode(content)));
    }

    @Test
    void showsProgressWhileItRuns() {
        CountDownLatch goOn = new CountDownLatch(1);
        types.add(type("trial.steps", context -> {
            context.progress(3, 10, new LocalText("Dòng 3", "Line 3"));
            await(goOn);
            return "";
        }));

        long id = jobs.submit("trial.steps", "", Optional.empty(), "an");

        JobStatus job = await(id, found -> found.done() == 3);
        assertThat(job.state()).isEqualTo(State.RUNNING);
        assertThat(job.total()).isEqualTo(10);
        assertThat(job.doing().en()).isEqualTo("Line 3");
        goOn.countDown();
        await(id, found -> found.state() == State.SUCCEEDED);
    }

    @Test
    void waitsForATypeThatIsAway() {
        long id = jobs.submit("trial.late", "", Optional.empty(), "an");

        JobStatus job = await(id, found -> found.doing().vi().equals("Chờ phân hệ"));
        assertThat(job.state()).isEqualTo(State.WAITING);

        types.add(type("trial.late", context -> "đã đến"));
        assertThat(await(id, found -> found.state().ended()).result()).contains("đã đến");
    }

    @Test
    void runsAJobAgainThatWasStoppedWithThePlatform() {
        AtomicInteger runs = new AtomicInteger();
        types.add(type("trial.long", context -> {
            if (runs.incrementAndGet() == 1) {
                tellForEver(context);
            }
            return "lần " + runs.get();
        }));
        long id = jobs.submit("trial.long", "", Optional.empty(), "an");
        await(id, found -> found.state() == State.RUNNING);

        jobs.close();
        store.restart();
        jobs = start("node-1", Clock.systemUTC());

        assertThat(await(id, found -> found.state().ended()).result()).contains("lần 2");
    }

    @Test
    void runsAJobAgainThatWasCutOffByACrash() {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);
        types.add(type("trial.cut", context -> {
            if (runs.incrementAndGet() == 1) {
                await(never);
            }
            return "lần " + runs.get();
        }));
        long id = jobs.submit("trial.cut", "", Optional.empty(), "an");
        await(id, found -> found.state() == State.RUNNING);
        StoredJobs crashed = jobs;

        jobs = start("node-1", Clock.systemUTC());

        assertThat(await(id, found -> found.state().ended()).result()).contains("lần 2");
        never.countDown();
        crashed.close();
    }

    @Test
    void runsEachJobOnOneNodeOnly() {
        AtomicInteger runs = new AtomicInteger();
        types.add(type("trial.once", context -> Integer.toString(runs.incrementAndGet())));
        try (StoredJobs second = start("node-2", Clock.systemUTC())) {
            List<Long> ids = java.util.stream.IntStream.range(0, 20)
                    .mapToObj(i -> (i % 2 == 0 ? jobs : second).submit("trial.once", "", Optional.empty(), "an"))
                    .toList();
            ids.forEach(id -> await(id, found -> found.state() == State.SUCCEEDED));
        }

        assertThat(runs).hasValue(20);
    }

    @Test
    void startsNothingAfterItsEnd() {
        AtomicInteger runs = new AtomicInteger();
        types.add(type("trial.after", context -> Integer.toString(runs.incrementAndGet())));
        jobs.close();

        long id = jobs.submit("trial.after", "", Optional.empty(), "an");

        assertThat(jobs.find(id)).map(JobStatus::state).contains(State.WAITING);
        assertThat(runs).hasValue(0);
        jobs = start("node-1", Clock.systemUTC());
        await(id, found -> found.state() == State.SUCCEEDED);
    }

    @Test
    void deletesWhatEndedThirtyDaysAgo() {
        types.add(type("trial.old", context -> ""));
        long old = jobs.submit("trial.old", "", new ByteArrayInputStream(new byte[10]), Optional.empty(), "an");
        await(old, found -> found.state().ended());
        jobs.close();

        FixedClock later = FixedClock.at("2026-01-01T00:00");
        later.advance(Duration.between(later.instant(), Instant.now().plus(31, ChronoUnit.DAYS)));
        jobs = start("node-1", later);
        jobs.cleanUp();

        assertThat(jobs.find(old)).isEmpty();
    }

    @Test
    void runsEveryNightWhatIsMeantForTheNight() {
        AtomicInteger runs = new AtomicInteger();
        types.add(new JobType() {
            @Override
            public String name() {
                return "trial.night";
            }

            @Override
            public boolean nightly() {
                return true;
            }

            @Override
            public String run(JobContext context) {
                runs.incrementAndGet();
                return context.account();
            }
        });
        types.add(type("trial.day", context -> ""));

        jobs.nightly();

        JobStatus job = jobs.newest("trial.night", 5).get(0);
        await(job.id(), found -> found.state() == State.SUCCEEDED);
        assertThat(jobs.find(job.id()).orElseThrow().result()).contains("system:nightly");
        assertThat(runs).hasValue(1);
        assertThat(jobs.newest("trial.day", 5)).isEmpty();
    }

    @Test
    void refusesATypeWithoutModule() {
        assertThatThrownBy(() -> jobs.submit("import", "", Optional.empty(), "an"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("module.word");
    }

    private StoredJobs start(String node, Clock clock) {
        return new StoredJobs(store.database(), store.dataSource(), types, clock, node, Duration.ofMillis(200));
    }

    private JobStatus await(long id, Predicate<JobStatus> condition) {
        Instant deadline = Instant.now().plusSeconds(40);
        JobStatus job = jobs.find(id).orElseThrow();
        while (!condition.test(job)) {
            assertThat(Instant.now()).as("job %s", job).isBefore(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            job = jobs.find(id).orElseThrow();
        }
        return job;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(40, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void tellForEver(JobContext context) {
        while (true) {
            context.progress(1, 2, LocalText.same("…"));
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private static byte[] bytes(JobContext context) {
        try (InputStream file = context.file().orElseThrow()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JobType type(String name, Function<JobContext, String> work) {
        return new JobType() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String run(JobContext context) {
                return work.apply(context);
            }
        };
    }
}
