package vn.kientao.platform.repository.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.MigrationScripts;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.module.Artifacts;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.Plan;
import vn.kientao.platform.api.module.Publishers;
import vn.kientao.platform.api.module.Repositories;
import vn.kientao.platform.api.outbound.OutboundHttp;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.repository.domain.CatalogueFile;
import vn.kientao.platform.repository.domain.CatalogueFile.Entry;

/** Sources in a table of this room's own; offline bundles in the data folder. */
@Component
public final class StoredRepositories implements Repositories {
    private static final Logger log = LoggerFactory.getLogger(StoredRepositories.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(Formats.ZONE);

    private final Modules modules;
    private final ModuleControl control;
    private final Publishers publishers;
    private final Clock clock;
    private final Sentences sentences = new Sentences();
    private final Sources sources;
    private final Fetcher fetcher;
    private final BundleExport export;
    private final BundleImport bundles;

    @Activate
    public StoredRepositories(
            @Reference Database database,
            @Reference Migrations migrations,
            @Reference AuditTrail audit,
            @Reference Modules modules,
            @Reference ModuleControl control,
            @Reference Publishers publishers,
            @Reference Artifacts artifacts,
            @Reference OutboundHttp outbound,
            @Reference Clock clock,
            BundleContext context) {
        this(
                database,
                migrations,
                MigrationScripts.of(context.getBundle()),
                audit,
                new Kernel(modules, control, publishers, artifacts),
                outbound,
                clock,
                stateFolder(context).resolve("repository"));
    }

    /** The services of the kernel that this room needs. */
    public record Kernel(Modules modules, ModuleControl control, Publishers publishers, Artifacts artifacts) {}

    public StoredRepositories(
            Database database,
            Migrations migrations,
            MigrationScripts scripts,
            AuditTrail audit,
            Kernel kernel,
            OutboundHttp outbound,
            Clock clock,
            Path folder) {
        migrations.expand("repository", scripts);
        this.modules = kernel.modules();
        this.control = kernel.control();
        this.publishers = kernel.publishers();
        this.clock = clock;
        this.sources = new Sources(database, audit, outbound, clock, sentences);
        this.fetcher = new Fetcher(sources, folder.resolve("fetched"), sentences);
        this.export = new BundleExport(modules, kernel.artifacts(), folder.resolve("fetched"), sentences);
        this.bundles = new BundleImport(folder, sentences);
    }

    @Override
    public List<Source> sources() {
        return sources.all();
    }

    @Override
    public Source add(String name, String location, Actor by) {
        return sources.add(name, location.strip(), by);
    }

    @Override
    public void remove(String name, Actor by) {
        Optional<Source> known = sources.find(name);
        sources.remove(name, by);
        known.ifPresent(source -> bundles.forget(source.location()));
    }

    @Override
    public Catalogue check(String name) {
        Source source = sources.named(name);
        CatalogueFile file = fetcher.catalogue(source);
        Judge judge = new Judge(modules, publishers, sentences, clock);
        List<Offer> offers = file.releases().stream()
                .map(judge::offer)
                .sorted(Comparator.comparing(Offer::module).thenComparing(Offer::version, Comparator.reverseOrder()))
                .toList();
        CatalogueFile.Words called = file.name();
        return new Catalogue(source, called == null ? LocalText.same(name) : called.text(), offers);
    }

    @Override
    public Optional<byte[]> screenshot(String name, String file) {
        Source source = sources.named(name);
        return fetcher.catalogue(source).releases().stream()
                .flatMap(release -> release.images().stream())
                .filter(file::equals)
                .findFirst()
                .map(image -> fetcher.image(source, image));
    }

    @Override
    public Plan plan(String name, ModuleId module, Version version, Actor by) {
        Source source = sources.named(name);
        Entry entry = fetcher.catalogue(source).releases().stream()
                .filter(release ->
                        release.id().equals(module) && release.parsedVersion().equals(version))
                .findFirst()
                .orElseThrow(() -> sentences.refuse("repository.not-offered", name, module, version));
        Plan plan = fetcher.jar(source, entry, jar -> {
            try (InputStream in = Files.newInputStream(jar)) {
                return control.plan(in, by);
            }
        });
        log.info("{} planned {} {} from {}: plan {}", by.account(), module, version, name, plan.id());
        return plan;
    }

    @Override
    public void exportBundle(OutputStream out, Set<ModuleId> asked, Actor by) {
        Set<ModuleId> chosen = export.chosen(asked);
        try {
            export.write(out, chosen);
        } catch (IOException e) {
            throw sentences.refuse(e, "repository.export-failed", String.valueOf(e.getMessage()));
        }
        sources.note(by, "export", "bundle", chosen.toString());
    }

    @Override
    public Source importBundle(InputStream zip, Actor by) {
        String name = BundleImport.PREFIX + STAMP.format(clock.instant());
        Path unpacked;
        try {
            unpacked = bundles.unpack(zip, name);
        } catch (IOException e) {
            throw sentences.refuse(e, "repository.bad-bundle", String.valueOf(e.getMessage()));
        }
        boolean added = false;
        try {
            Source source = sources.add(name, unpacked.toAbsolutePath().toString(), by);
            added = true;
            return source;
        } finally {
            if (!added) {
                bundles.forget(unpacked.toAbsolutePath().toString());
            }
        }
    }

    @Override
    public int index(Path jars) {
        return new FolderIndex(sentences).write(jars);
    }

    private static Path stateFolder(BundleContext context) {
        String named = context.getProperty("kientao.data");
        return named == null || named.isBlank()
                ? Path.of(String.valueOf(context.getProperty("karaf.data")), "kientao")
                : Path.of(named);
    }
}
