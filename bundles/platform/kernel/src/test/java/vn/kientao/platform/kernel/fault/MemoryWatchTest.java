package vn.kientao.platform.kernel.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.platform.api.module.Router.Lease;
import vn.kientao.platform.api.module.Served;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.live.LiveRelease;

class MemoryWatchTest {
    private static final LocalText DIED = new LocalText("đã dừng", "died");
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @TempDir
    Path folder;

    private final LiveRelease modest = Releases.of("modest");
    private final LiveRelease greedy = Releases.of("greedy");
    private final List<LiveRelease> releases = List.of(modest, greedy);
    private final List<LiveRelease> accused = new ArrayList<>();
    private final List<Integer> exits = new ArrayList<>();
    private final PlannedHeap heap = new PlannedHeap();
    private final Suspects suspects = new Suspects();
    private long now = 1;

    private MemoryWatch watch() {
        return new MemoryWatch(
                heap,
                85,
                suspects,
                new Crumb(folder.resolve("suspect")),
                () -> releases,
                (release, reason) -> accused.add(release),
                () -> exits.add(MemoryWatch.EXIT));
    }

    private void look(MemoryWatch watch, int times) {
        for (int i = 0; i < times; i++) {
            watch.look(now);
            now += SECOND / 4;
        }
    }

    private static void allocate(LiveRelease release, long bytes) {
        try (Lease lease = release.lease().orElseThrow()) {
            lease.served(new Served("", "GET /", 200, 1, bytes, 0));
        }
    }

    @Test
    void garbageAccusesNobody() {
        allocate(greedy, 1L << 30);
        heap.share = 95;
        heap.afterCollection = 30;

        look(watch(), 20);

        assertThat(accused).isEmpty();
        assertThat(exits).isEmpty();
        assertThat(heap.collections).isEqualTo(1);
        assertThat(folder.resolve("suspect")).doesNotExist();
    }

    @Test
    void whoAllocatedMostOfLateIsAccusedAndTheProcessGoesOnWhenMemoryComesBack() {
        allocate(modest, 4L << 30);
        suspects.sample(releases);
        allocate(modest, 20L << 20);
        allocate(greedy, 900L << 20);
        heap.share = 90;
        heap.afterCollection = 90;
        MemoryWatch watch = watch();

        look(watch, 3);
        assertThat(accused).containsExactly(greedy);

        heap.afterCollection = 40;
        look(watch, 40);
        assertThat(exits).isEmpty();
        assertThat(accused).hasSize(1);
        assertThat(folder.resolve("suspect")).doesNotExist();
    }

    @Test
    void theProcessEndsWhenMemoryDoesNotComeBackWithinFiveSeconds() {
        allocate(greedy, 900L << 20);
        heap.share = 90;
        heap.afterCollection = 90;
        MemoryWatch watch = watch();

        look(watch, 3);
        long accusedAt = now;
        while (exits.isEmpty() && now - accusedAt < 60 * SECOND) {
            look(watch, 1);
        }

        assertThat(exits).containsExactly(86);
        assertThat(now - accusedAt).isBetween(4 * SECOND, 6 * SECOND);
    }

    @Test
    void requestsUnderWayCountToo() {
        heap.share = 90;
        heap.afterCollection = 90;
        try (Lease lease = greedy.lease().orElseThrow()) {
            lease.allocating(700L << 20);
            allocate(modest, 100L << 20);
            look(watch(), 3);
        }

        assertThat(accused).containsExactly(greedy);
    }

    @Test
    void theNameIsLeftForTheNextStartBeforeTheDatabaseIsAsked() {
        allocate(greedy, 900L << 20);
        heap.share = 90;
        heap.afterCollection = 90;

        look(watch(), 1);

        Crumb afterwards = new Crumb(folder.resolve("suspect"));
        assertThat(afterwards.pickUp(DIED, Instant.EPOCH)).hasValueSatisfying(held -> {
            assertThat(held.cut()).isEqualTo(greedy.cut());
            assertThat(held.name()).isEqualTo(greedy.manifest().name());
            assertThat(held.reason()).isEqualTo(DIED);
        });
        assertThat(afterwards.pickUp(DIED, Instant.EPOCH)).as("once").isEmpty();
    }

    @Test
    void nobodyIsAccusedWhenNoModuleAllocates() {
        heap.share = 90;
        heap.afterCollection = 90;

        look(watch(), 40);

        assertThat(accused).isEmpty();
        assertThat(exits).isEmpty();
    }

    private static final class PlannedHeap implements Heap {
        private int share;
        private int afterCollection;
        private int collections;

        @Override
        public int share() {
            return share;
        }

        @Override
        public void collect() {
            collections++;
            share = afterCollection;
        }
    }
}
