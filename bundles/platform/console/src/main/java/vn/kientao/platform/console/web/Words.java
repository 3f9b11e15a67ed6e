package vn.kientao.platform.console.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleState;
import vn.kientao.platform.api.module.ReleaseHistory.Way;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.Kind;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;

/** Puts what the kernel says into the reader's words. */
public final class Words {
    private static final long KILO = 1024;
    private static final long MEGA = KILO * KILO;
    private static final String NONE = "–";

    private Words() {}

    static Tag tag(ModuleState state, Texts texts) {
        String kind = switch (state) {
            case LIVE -> "done";
            case ROLLING_OUT -> "progress";
            case AWAY -> "late";
        };
        return new Tag(kind, texts.get("state." + state));
    }

    static Tag tag(Way way, Texts texts) {
        String kind = switch (way) {
            case LIVE -> "done";
            case CANARY -> "progress";
            case RETURNABLE, GONE -> "";
        };
        return new Tag(kind, texts.get("way." + way));
    }

    static Tag tag(RolloutStatus rollout, Texts texts) {
        if (rollout.progress().paused() && !rollout.ended()) {
            return new Tag("need", texts.get("rollout.paused"));
        }
        return new Tag(kind(rollout.step()), texts.get("step." + rollout.step()));
    }

    static String kind(Step step) {
        return switch (step) {
            case AWAITING_APPROVAL, ROLLED_BACK -> "need";
            case FAILED -> "late";
            case DONE -> "done";
            default -> "progress";
        };
    }

    /** {@code Cập nhật 1.0.0 → 1.1.0}: what a rollout does, without an arrow. */
    static String what(RolloutStatus rollout, Texts texts) {
        String kind = texts.get("kind." + rollout.kind());
        return switch (rollout.kind()) {
            case UNINSTALL, PURGE -> kind;
            default ->
                rollout.from()
                        .map(from -> texts.get(
                                rollout.kind() == Kind.ROLLBACK ? "rollout.from-back" : "rollout.from-to",
                                kind,
                                from.toString(),
                                rollout.to().toString()))
                        .orElseGet(
                                () -> texts.get("rollout.to", kind, rollout.to().toString()));
        };
    }

    static String version(Optional<Version> version) {
        return version.map(Version::toString).orElse(NONE);
    }

    static String time(Optional<Instant> time) {
        return time.map(Formats::time).orElse(NONE);
    }

    /** {@code 12,5 MB}. */
    public static String bytes(long bytes) {
        if (bytes >= MEGA * KILO) {
            return decimal(bytes, MEGA * KILO) + " GB";
        }
        return bytes >= MEGA ? decimal(bytes, MEGA) + " MB" : decimal(bytes, KILO) + " KB";
    }

    private static String decimal(long amount, long unit) {
        return BigDecimal.valueOf(amount)
                .divide(BigDecimal.valueOf(unit), 1, RoundingMode.HALF_UP)
                .toString()
                .replace('.', ',');
    }

    /** {@code 12 ms}, or seconds from ten on. */
    static String time(Duration time) {
        long millis = time.toMillis();
        return millis < 10_000 ? Formats.number(millis) + " ms" : decimal(millis, 1000) + " s";
    }

    /** {@code 5,0 %} of {@code all}. */
    static String share(long part, long all) {
        return all == 0 ? NONE : decimal(part * 100, all) + " %";
    }
}
