package vn.kientao.platform.console.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.kientao.platform.api.data.Backups;
import vn.kientao.platform.api.module.Publishers;

/** The rooms that the console can do without: whose modules are taken, and backups. Their pages say when they are away. */
@Component(service = Rooms.class)
public final class Rooms {
    private volatile @Nullable Publishers publishers;
    private volatile @Nullable Backups backups;

    public Optional<Publishers> publishers() {
        return Optional.ofNullable(publishers);
    }

    public Optional<Backups> backups() {
        return Optional.ofNullable(backups);
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
}
