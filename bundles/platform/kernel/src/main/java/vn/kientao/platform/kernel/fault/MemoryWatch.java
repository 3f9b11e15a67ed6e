package vn.kientao.platform.kernel.fault;

import static vn.kientao.platform.kernel.Sentences.say;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.live.LiveRelease;

/**
 * Watches the memory. When it stays short although all garbage was collected, the release that allocates most is put into
 * quarantine; when it is short even then, the process ends with {@link #EXIT} and its guardian starts it again, without
 * that release. Asked four times a second by one thread.
 */
final class MemoryWatch {
    /** The exit code of a process that was short of memory. */
    static final int EXIT = 86;

    private static final Logger log = LoggerFactory.getLogger(MemoryWatch.class);
    private static final int LOOKS = 3;
    private static final long RESPITE = Duration.ofSeconds(5).toNanos();
    private static final long REST = Duration.ofSeconds(30).toNanos();

    private final Heap heap;
    private final int alarm;
    private final Suspects suspects;
    private final Crumb crumb;
    private final Supplier<Collection<LiveRelease>> releases;
    private final BiConsumer<LiveRelease, LocalText> accuse;
    private final Runnable exit;

    private int alarming;
    private Optional<Long> accusedAt = Optional.empty();
    private Optional<Long> restingSince = Optional.empty();

    /**
     * @param alarm per cent that are too much
     * @param accuse puts a release into quarantine
     * @param exit ends the process
     */
    MemoryWatch(
            Heap heap,
            int alarm,
            Suspects suspects,
            Crumb crumb,
            Supplier<Collection<LiveRelease>> releases,
            BiConsumer<LiveRelease, LocalText> accuse,
            Runnable exit) {
        this.heap = heap;
        this.alarm = alarm;
        this.suspects = suspects;
        this.crumb = crumb;
        this.releases = releases;
        this.accuse = accuse;
        this.exit = exit;
    }

    /** @param now nanoseconds of a running clock */
    void look(long now) {
        if (accusedAt.isPresent()) {
            if (now - accusedAt.get() >= RESPITE) {
                judge(now);
            }
            return;
        }
        if (heap.share() < alarm) {
            alarming = 0;
            crumb.remove();
            return;
        }
        if (restingSince.filter(since -> now - since < REST).isPresent()) {
            return;
        }
        restingSince = Optional.empty();
        suspects.most(releases.get())
                .ifPresent(
                        release -> crumb.drop(release.cut(), release.manifest().name()));
        alarming++;
        if (alarming >= LOOKS) {
            alarming = 0;
            collectAndAccuse(now);
        }
    }

    private void collectAndAccuse(long now) {
        heap.collect();
        int share = heap.share();
        if (share < alarm) {
            crumb.remove();
            restingSince = Optional.of(now);
            return;
        }
        Optional<LiveRelease> suspect = suspects.most(releases.get());
        if (suspect.isEmpty()) {
            log.error("Memory is short ({} % after a collection), and no module allocates noticeably", share);
            restingSince = Optional.of(now);
            return;
        }
        accusedAt = Optional.of(now);
        accuse.accept(
                suspect.get(),
                say("kernel.quarantine.memory", suspect.get().cut().version()));
    }

    private void judge(long now) {
        accusedAt = Optional.empty();
        heap.collect();
        if (heap.share() < alarm) {
            log.warn("Memory has come back: {} % are taken", heap.share());
            crumb.remove();
            restingSince = Optional.of(now);
            return;
        }
        log.error("Memory is still short ({} %); the process ends with code {}", heap.share(), EXIT);
        exit.run();
    }
}
