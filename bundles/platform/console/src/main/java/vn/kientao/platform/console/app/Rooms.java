package vn.kientao.platform.console.app;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.kientao.platform.api.data.Backups;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Publishers;
import vn.kientao.platform.api.module.Quarantines;
import vn.kientao.platform.api.module.Quarantines.Quarantined;

/** The rooms that the console can do without: whose modules are taken, backups, and releases
 * in quarantine. Their pages say when they are away. */
@Component(service = Rooms.class)
public final class Rooms {
    private volatile @Nullable Publishers publishers;
    private volatile @Nullable Backups backups;
    private volatile @Nullable Quarantines quarantines;

    public Optional<Publishers> publishers() {
        return Optional.ofNullable(publishers);
    }

    public Optional<Backups> backups() {
        return Optional.ofNullable(backups);
    }

    public Optional<Quarantines> quarantines() {
        return Optional.ofNullable(quarantines);
    }

    /** What is in quarantine of the module; nothing while the room is away. */
    public List<Quarantined> quarantined(ModuleId module) {
        return quarantines()
                .map(room -> room.all().stream()
                        .filter(one -> one.module().equals(module))
                        .toList())
                .orElse(List.of());
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindPublishers(Publishers room) {
        publishers = room;
    }

    public void unbindPublishers(Publishers room) {
        if (room.equals(publishers)) {
            publishers = null;
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindBackups(Backups room) {
        backups = room;
    }

    public void unbindBackups(Backups room) {
        if (room.equals(backups)) {
            backups = null;
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindQuarantines(Quarantines room) {
        quarantines = room;
    }

    public void unbindQuarantines(Quarantines room) {
        if (room.equals(quarantines)) {
            quarantines = null;
        }
    }
}
