package vn.kientao.platform.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import vn.kientao.platform.api.module.ImpactSource.Impact;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.ModuleState;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.ModuleUsage;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.Plan;
import vn.kientao.platform.api.module.Publication;
import vn.kientao.platform.api.module.ReleaseHistory;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.Kind;
import vn.kientao.platform.api.module.RolloutStatus.Progress;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.api.module.RolloutStatus.StepTaken;
import vn.kientao.platform.api.module.SafeMode;
import vn.kientao.platform.api.module.Strategy;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;

/** A kernel that keeps what it is told and does nothing: one module, procedures, with version 1.1.0 live. */
public final class FakeKernel implements Modules, ModuleControl {
    static final ModuleId PROCEDURES = new ModuleId("procedures");
    static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    static final Version OLD = new Version(1, 0, 0);
    static final Version LIVE = new Version(1, 1, 0);
    static final Version NEXT = new Version(1, 2, 0);

    /** What was asked for, in order. */
    public final List<String> acts = new ArrayList<>();

    final Map<Long, RolloutStatus> rollouts = new TreeMap<>();
    final Map<Long, Plan> plans = new TreeMap<>();
    final Set<String> off = new java.util.TreeSet<>(Set.of("P-AX"));
    Publication publication = new Publication(Publication.Audience.SOME, Set.of("STP2"));
    Optional<LocalText> refusal = Optional.empty();
    Optional<SafeMode> safeMode = Optional.empty();
    boolean installed = true;
    List<Version> retained = List.of(OLD);

    static RolloutStatus rollout(long id, Kind kind, Step step, Strategy strategy, int stage, boolean paused) {
        boolean ended = step == Step.DONE || step == Step.FAILED || step == Step.ROLLED_BACK;
        return new RolloutStatus(
                id,
                PROCEDURES,
                Optional.of(LIVE),
                NEXT,
                kind,
                step,
                "7",
                NOW,
                ended ? Optional.of(NOW) : Optional.empty(),
                List.of(new StepTaken(Step.RECEIVED, NOW), new StepTaken(step, NOW)),
                step == Step.ROLLED_BACK
                        ? Optional.of(new LocalText("Tỷ lệ lỗi 5 % vượt mức.", "Error rate 5 % is too high."))
                        : Optional.empty(),
                new Progress(
                        strategy,
                        stage,
                        stage < 0 ? Optional.empty() : Optional.of(NOW),
                        stage < 0 ? List.of() : List.of("STP2"),
                        paused,
                        Optional.empty(),
                        List.of(new RolloutStatus.Note(
                                NOW, new LocalText("Giai đoạn 1 bắt đầu.", "Stage 1 begins.")))));
    }

    static Plan plan(long id, boolean current, Optional<LocalText> refusal) {
        return new Plan(
                id,
                PROCEDURES,
                name(),
                Kind.UPDATE,
                Optional.of(LIVE),
                NEXT,
                "7",
                NOW,
                current,
                new LocalText("Ký bởi Sở KHCN.", "Signed by the Department."),
                1_500_000,
                9_000_000_000L,
                List.of("V003__add_note.sql"),
                List.of("V002__drop_old.sql"),
                List.of(),
                Set.of("STP2", "SNV2"),
                List.of(new Impact(new LocalText("bản nháp", "drafts"), 3)),
                Optional.of(new VersionRange("[1.0,2)")),
                new VersionRange("[1.1,2)"),
                List.of(new Permission("procedures.archive")),
                List.of(new Permission("procedures.old")),
                List.of(new Plan.Changes(
                        NEXT, Optional.of("2026-11-20"), List.of("Bỏ mẫu cũ"), List.of("Thêm lưu trữ", "Nhanh hơn"))),
                List.of(new LocalText("Đang giờ làm việc.", "It is office time.")),
                refusal);
    }

    private static LocalText name() {
        return new LocalText("Thủ tục hành chính", "Administrative procedures");
    }

    private static ModuleManifest manifest() {
        return new ModuleManifest(
                PROCEDURES,
                LIVE,
                name(),
                new LocalText("Tiếp nhận và trả kết quả hồ sơ", "Receives and returns dossiers"),
                Set.of("procedures"),
                new VersionRange("[1.0,2)"),
                List.of(new ModuleManifest.DeclaredPermission(
                        new Permission("procedures.read"), Set.of("desk-officer", "handler"))),
                List.of("/public/procedures"));
    }

    @Override
    public List<ModuleStatus> all() {
        return installed
                ? List.of(new ModuleStatus(
                        PROCEDURES,
                        name(),
                        ModuleState.LIVE,
                        Optional.of(manifest()),
                        Optional.of(NOW),
                        retained,
                        off,
                        Optional.of(new LocalText("Phiên bản cũ chưa nhả bộ nhớ.", "An old release holds memory."))))
                : List.of();
    }

    @Override
    public Optional<ModuleStatus> find(ModuleId id) {
        return all().stream().filter(module -> module.id().equals(id)).findFirst();
    }

    @Override
    public List<RolloutStatus> rollouts(int limit) {
        List<RolloutStatus> newest = new ArrayList<>(rollouts.values());
        java.util.Collections.reverse(newest);
        return newest.stream().limit(limit).toList();
    }

    @Override
    public Optional<RolloutStatus> rollout(long id) {
        return Optional.ofNullable(rollouts.get(id));
    }

    @Override
    public List<ReleaseHistory> history(ModuleId module) {
        return List.of(
                new ReleaseHistory(
                        NEXT,
                        "ab".repeat(32),
                        Optional.of("Sở KHCN"),
                        Optional.of(NOW),
                        ReleaseHistory.Way.CANARY,
                        Set.of("STP2"),
                        Optional.empty()),
                new ReleaseHistory(
                        OLD,
                        "cd".repeat(32),
                        Optional.empty(),
                        Optional.of(NOW),
                        ReleaseHistory.Way.RETURNABLE,
                        Set.of(),
                        Optional.empty()));
    }

    @Override
    public Optional<Plan> plan(long id) {
        return Optional.ofNullable(plans.get(id));
    }

    @Override
    public Publication publication(ModuleId module) {
        return publication;
    }

    @Override
    public List<ModuleUsage> usage(ModuleId module) {
        return List.of(usage(LIVE, "SNV2", 1000, 1), usage(LIVE, "", 4000, 0), usage(NEXT, "STP2", 100, 5));
    }

    private static ModuleUsage usage(Version version, String agency, long requests, long errors) {
        return new ModuleUsage(
                PROCEDURES,
                version,
                agency,
                requests,
                errors,
                Duration.ofMillis(requests * 12),
                requests * 50_000,
                Duration.ofMillis(requests * 3),
                Duration.ofMillis(40));
    }

    @Override
    public Optional<SafeMode> safeMode() {
        return safeMode;
    }

    @Override
    public List<ModuleId> missing() {
        return List.of();
    }

    private void did(String act) {
        if (refusal.isPresent()) {
            throw new ReleaseRefusedException(refusal.get());
        }
        acts.add(act);
    }

    private long began(String act, Kind kind, Strategy strategy) {
        did(act);
        long id = rollouts.size() + 1L;
        rollouts.put(id, rollout(id, kind, Step.RECEIVED, strategy, -1, false));
        return id;
    }

    @Override
    public Plan plan(InputStream jar, Actor by) {
        did("plan " + text(jar));
        plans.put(9L, plan(9, true, Optional.empty()));
        return plans.get(9L);
    }

    private static String text(InputStream jar) {
        try {
            return new String(jar.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Plan planReturn(ModuleId module, Version version, Actor by) {
        did("plan-return " + module + " " + version);
        plans.put(10L, plan(10, true, Optional.empty()));
        return plans.get(10L);
    }

    @Override
    public long apply(long plan, Strategy strategy, Actor by) {
        return began(
                "apply " + plan + " " + strategy + " " + strategy.watch().toMinutes() + " " + strategy.automatic(),
                Kind.UPDATE,
                strategy);
    }

    @Override
    public long rollOut(InputStream jar, Actor by) {
        return rollOut(jar, Strategy.atOnce(), by);
    }

    @Override
    public long rollOut(InputStream jar, Strategy strategy, Actor by) {
        return began("roll-out " + text(jar) + " " + strategy, Kind.UPDATE, strategy);
    }

    @Override
    public long rollBack(ModuleId module, Actor by) {
        return began("roll-back " + module, Kind.ROLLBACK, Strategy.atOnce());
    }

    @Override
    public long rollBackTo(ModuleId module, Version version, Actor by) {
        return began("roll-back " + module + " " + version, Kind.ROLLBACK, Strategy.atOnce());
    }

    @Override
    public void pause(long rollout, Actor by) {
        did("pause " + rollout);
    }

    @Override
    public void resume(long rollout, Actor by) {
        did("resume " + rollout);
    }

    @Override
    public void promote(long rollout, Actor by) {
        did("promote " + rollout);
    }

    @Override
    public void takeBack(long rollout, Actor by) {
        did("take-back " + rollout);
    }

    @Override
    public void approve(long rollout, Actor by) {
        did("approve " + rollout);
    }

    @Override
    public void turnDown(long rollout, Actor by) {
        did("turn-down " + rollout);
    }

    @Override
    public RolloutStatus await(long rollout, long seconds) {
        return rollouts.get(rollout);
    }

    @Override
    public void enable(ModuleId module, String agency, Actor by) {
        did("enable " + module + " " + agency);
        off.remove(agency);
    }

    @Override
    public void disable(ModuleId module, String agency, Actor by) {
        did("disable " + module + " " + agency);
        off.add(agency);
    }

    @Override
    public void publish(ModuleId module, Publication wanted, Actor by) {
        did("publish " + module + " " + wanted.audience() + " " + new java.util.TreeSet<>(wanted.agencies()));
        publication = wanted;
    }

    @Override
    public long uninstall(ModuleId module, Actor by) {
        return began("uninstall " + module, Kind.UNINSTALL, Strategy.atOnce());
    }

    @Override
    public long purge(ModuleId module, String typed, Actor by) {
        return began("purge " + module + " " + typed, Kind.PURGE, Strategy.atOnce());
    }
}
