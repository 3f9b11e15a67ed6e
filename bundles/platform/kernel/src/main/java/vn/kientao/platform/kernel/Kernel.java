package vn.kientao.platform.kernel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import vn.kientao.platform.api.data.Backups;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.MigrationScripts;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.module.Extensions;
import vn.kientao.platform.api.module.ImpactSource;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.Publishers;
import vn.kientao.platform.api.module.Quarantines;
import vn.kientao.platform.api.module.ReleaseGate;
import vn.kientao.platform.api.module.Router;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.time.WorkingCalendar;
import vn.kientao.platform.api.web.BannerSource;
import vn.kientao.platform.kernel.rollout.Gates;
import vn.kientao.platform.kernel.signature.DevelopmentBanner;

/**
 * Puts the kernel together and offers it to the platform. It waits for the gate of the web, because no release may serve
 * that the door has not looked at. What it offers is registered by hand, after the releases are up, so the bundle says
 * here what its components cannot say: the resolver of features counts on it.
 */
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"vn.kientao.platform.api.module.Router,"
                + "vn.kientao.platform.api.module.Extensions,vn.kientao.platform.api.module.Modules,"
                + "vn.kientao.platform.api.module.Quarantines,"
                + "vn.kientao.platform.api.module.ModuleControl,vn.kientao.platform.api.module.Publishers\"")
@Component(service = {})
public final class Kernel {
    private final Gates gates;
    private final Parts parts;
    private final List<ServiceRegistration<?>> services = new ArrayList<>();
    private final List<ImpactSource> impacts = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Backups> backups = new AtomicReference<>();

    @Activate
    public Kernel(
            BundleContext context,
            @Reference Database database,
            @Reference Migrations migrations,
            @Reference AuditTrail audit,
            @Reference Agencies agencies,
            @Reference WorkingCalendar calendar,
            @Reference ServiceComponentRuntime components,
            @Reference Clock clock,
            @Reference Policies policies,
            @Reference(target = "(kientao.gate=web)") ReleaseGate door) {
        KernelSettings settings = KernelSettings.of(FrameworkProperties.of(context));
        migrations.expand("kernel", MigrationScripts.of(context.getBundle()));
        this.gates = new Gates(settings.patience());
        gates.add(door, Map.of());
        Surroundings around = new Surroundings(
                context,
                database,
                migrations,
                audit,
                agencies,
                calendar,
                components,
                () -> Optional.ofNullable(backups.get()),
                () -> List.copyOf(impacts),
                policies::now,
                clock);
        this.parts = new Parts(around, settings, gates);
        parts.open();
        offer(context);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addImpactSource(ImpactSource source) {
        impacts.add(source);
    }

    void removeImpactSource(ImpactSource source) {
        impacts.remove(source);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setBackups(Backups service) {
        backups.set(service);
    }

    void unsetBackups(Backups service) {
        backups.compareAndSet(service, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(!(kientao.gate=web))")
    void addGate(ReleaseGate gate, Map<String, Object> properties) {
        gates.add(gate, properties);
        gates.introduce(gate, parts.routes().table().releases());
    }

    void removeGate(ReleaseGate gate) {
        gates.remove(gate);
    }

    @Deactivate
    void close() {
        services.forEach(ServiceRegistration::unregister);
        parts.close();
    }

    private void offer(BundleContext context) {
        services.add(context.registerService(Router.class, parts.router(), null));
        services.add(context.registerService(Extensions.class, parts.extensions(), null));
        services.add(context.registerService(Quarantines.class, parts.quarantines(), null));
        services.add(context.registerService(Modules.class, parts.modules(), null));
        services.add(context.registerService(ModuleControl.class, parts.control(), null));
        services.add(context.registerService(Publishers.class, parts.publishers(), null));
        services.add(context.registerService(BannerSource.class, new SafeModeBanner(parts.safeStart()), null));
        if (parts.publishers().development()) {
            services.add(context.registerService(BannerSource.class, new DevelopmentBanner(), null));
        }
    }
}
