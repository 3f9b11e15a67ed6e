package vn.kientao.platform.console;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Version;
import vn.kientao.platform.api.data.Backups;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.jobs.JobStatus;
import vn.kientao.platform.api.jobs.Jobs;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.PublisherKey;
import vn.kientao.platform.api.module.Publishers;
import vn.kientao.platform.api.module.Quarantines;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.text.LocalText;

/** The rooms around the console, as small as they can be; they keep what they are told. */
public final class FakeRooms {
    static final String FINGERPRINT = "0123456789abcdef".repeat(4);

    public final List<String> acts = new ArrayList<>();
    public final Agencies agencies = new Three();
    public final Publishers publishers = new OneKey();
    public final Backups backups = new OneBackup();
    public final Jobs jobs = new OneJob();
    public final Quarantines quarantines = new OneIsolated();

    private static final class Three implements Agencies {
        private final List<Agency> all = Stream.of("STP2", "SNV2", "P-AX")
                .map(code -> new Agency(
                        code,
                        new LocalText("Cơ quan " + code, "Agency " + code),
                        "department",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()))
                .toList();

        @Override
        public Optional<Agency> find(String code) {
            return all.stream().filter(agency -> agency.code().equals(code)).findFirst();
        }

        @Override
        public List<Agency> on(LocalDate day) {
            return all;
        }

        @Override
        public List<Agency> all() {
            return all;
        }
    }

    private final class OneKey implements Publishers {
        @Override
        public List<PublisherKey> keys() {
            Instant now = FakeKernel.NOW;
            return List.of(new PublisherKey(
                    FINGERPRINT,
                    "Sở KHCN",
                    "Ed25519",
                    now.minusSeconds(1000),
                    now.plusSeconds(100_000),
                    now,
                    "7",
                    Optional.empty(),
                    Optional.empty()));
        }

        @Override
        public PublisherKey trust(String publisher, InputStream certificate, Actor by) {
            acts.add("trust " + publisher);
            return keys().get(0);
        }

        @Override
        public void revoke(String fingerprint, String reason, Actor by) {
            acts.add("revoke " + fingerprint.substring(0, 4) + " " + reason);
        }

        @Override
        public Map<ModuleId, String> pins() {
            return Map.of(FakeKernel.PROCEDURES, "Sở KHCN");
        }

        @Override
        public void unpin(ModuleId module, Actor by) {
            acts.add("unpin " + module);
        }

        @Override
        public List<HeldBack> heldBack() {
            return List.of(new HeldBack(FakeKernel.PROCEDURES, FakeKernel.OLD, "Lỗi mất dữ liệu", FakeKernel.NOW, "8"));
        }

        @Override
        public void holdBack(ModuleId module, Version version, String reason, Actor by) {
            acts.add("hold-back " + module + " " + version + " " + reason);
        }

        @Override
        public void letThrough(ModuleId module, Version version, Actor by) {
            acts.add("let-through " + module + " " + version);
        }

        @Override
        public boolean development() {
            return true;
        }
    }

    private final class OneIsolated implements Quarantines {
        @Override
        public List<Quarantined> all() {
            LocalText reason = new LocalText("Dùng quá nhiều bộ nhớ.", "It took too much memory.");
            return List.of(new Quarantined(FakeKernel.PROCEDURES, FakeKernel.NEXT, reason, FakeKernel.NOW));
        }

        @Override
        public void lift(ModuleId module, Actor by) {
            acts.add("lift " + module);
        }
    }

    private final class OneBackup implements Backups {
        private final Backup backup = new Backup(
                "kientao-20261123-090000.kbk",
                Path.of("nowhere"),
                FakeKernel.NOW,
                "7",
                "trước khi cập nhật",
                List.of("kernel", "procedures"),
                12_345,
                2_000_000,
                "ab".repeat(32));

        @Override
        public Backup create(String reason, String account, Progress progress) {
            progress.at(1, 2, "kernel.rollout");
            acts.add("create " + reason);
            return backup;
        }

        @Override
        public Backup createAutomatic(String reason, String account, Progress progress) {
            return create(reason, account, progress);
        }

        @Override
        public List<Backup> all() {
            return List.of(backup);
        }

        @Override
        public Optional<Backup> find(String name) {
            return Optional.of(backup).filter(known -> known.name().equals(name));
        }

        @Override
        public Backup export(String schema, String account) {
            return backup;
        }

        @Override
        public void delete(String name, String account) {
            acts.add("delete " + name);
        }
    }

    private final class OneJob implements Jobs {
        private final List<JobStatus> submitted = new ArrayList<>();

        @Override
        public long submit(String type, String payload, Optional<String> agency, String account) {
            acts.add("submit " + type + " " + payload);
            submitted.add(new JobStatus(
                    17,
                    type,
                    JobStatus.State.RUNNING,
                    agency,
                    account,
                    1,
                    4,
                    new LocalText("Đang sao lưu", "Backing up"),
                    Optional.empty(),
                    Optional.empty(),
                    FakeKernel.NOW,
                    Optional.empty()));
            return 17;
        }

        @Override
        public long submit(String type, String payload, InputStream file, Optional<String> agency, String account) {
            return submit(type, payload, agency, account);
        }

        @Override
        public Optional<JobStatus> find(long id) {
            return submitted.stream().filter(job -> job.id() == id).findFirst();
        }

        @Override
        public List<JobStatus> newest(String type, int limit) {
            return submitted;
        }
    }
}
