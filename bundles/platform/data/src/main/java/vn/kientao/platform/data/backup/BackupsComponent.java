package vn.kientao.platform.data.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Backups;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.data.EngineComponent;

/** Backups as everybody sees them; taking, exporting and deleting one leaves a line in the audit trail. */
@Component(service = Backups.class, configurationPid = "vn.kientao.backup")
public final class BackupsComponent implements Backups {
    private final Backups backups;
    private final Database database;
    private final AuditTrail audit;

    /** {@code etc/vn.kientao.backup.cfg}. */
    public @interface Config {
        /** Where backups are kept; empty stands for {@code backups} in the state folder. */
        String folder() default "";

        /** How many automatic backups are kept. */
        int keep() default 10;
    }

    @Activate
    public BackupsComponent(
            Config config,
            @Reference EngineComponent engine,
            @Reference Database database,
            @Reference AuditTrail audit,
            @Reference Clock clock,
            BundleContext context) {
        Path folder = config.folder().isBlank()
                ? EngineComponent.stateFolder(context).resolve("backups")
                : Path.of(config.folder().strip());
        PlatformBackups platform = new PlatformBackups(engine.engine(), folder, config.keep(), clock);
        platform.tidy();
        this.backups = platform;
        this.database = database;
        this.audit = audit;
    }

    @Override
    public Backup create(String reason, String account, Progress progress) {
        return noted("create", account, backups.create(reason, account, progress));
    }

    @Override
    public Backup createAutomatic(String reason, String account, Progress progress) {
        return noted("create", account, backups.createAutomatic(reason, account, progress));
    }

    @Override
    public Backup export(String schema, String account) {
        return noted("export", account, backups.export(schema, account));
    }

    @Override
    public List<Backup> all() {
        return backups.all();
    }

    @Override
    public Optional<Backup> find(String name) {
        return backups.find(name);
    }

    @Override
    public void delete(String name, String account) {
        if (backups.find(name).isPresent()) {
            note("delete", account, name);
            backups.delete(name, account);
        }
    }

    private Backup noted(String verb, String account, Backup backup) {
        note(verb, account, backup.name());
        return backup;
    }

    private void note(String verb, String account, String name) {
        AuditEntry entry = new AuditEntry(
                account,
                Optional.empty(),
                "data",
                "backup." + verb,
                "backup",
                name,
                "",
                UUID.randomUUID().toString());
        database.write(handle -> {
            audit.record(handle, entry);
            return name;
        });
    }
}
