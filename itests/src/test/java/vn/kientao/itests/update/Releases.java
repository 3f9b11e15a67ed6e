package vn.kientao.itests.update;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import vn.kientao.itests.product.ModuleJar;
import vn.kientao.itests.product.ProductFiles;
import vn.kientao.itests.update.pilot.PilotRoutes;

/** Other releases of modules, made from the built ones. */
final class Releases {
    private Releases() {}

    /** The built module as version {@code version}. */
    static ModuleJar procedures(String version) {
        return ModuleJar.built("procedures").version(version);
    }

    /** A release of the pilot module that does as {@code behaviour} says, written to a file. */
    static Path pilot(String version, String behaviour) {
        ModuleJar jar = ModuleJar.fresh("pilot", version)
                .header(
                        "Import-Package",
                        "vn.kientao.platform.api.module,vn.kientao.platform.api.security,"
                                + "vn.kientao.platform.api.text,vn.kientao.platform.api.web");
        return write(withComponent(
                withText(jar, "pilot.properties", behaviour),
                PilotRoutes.class,
                "<service><provide interface=\"vn.kientao.platform.api.web.ModuleRoutes\"/>"
                        + "<provide interface=\"vn.kientao.platform.api.module.HealthProbe\"/></service>"));
    }

    /** Adds a text file. */
    static ModuleJar withText(ModuleJar jar, String path, String text) {
        return jar.with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a Declarative Services component: {@code body} stands between the component's tags. */
    static ModuleJar withComponent(ModuleJar jar, Class<?> implementation, String body) {
        String path = "OSGI-INF/fixture-" + implementation.getSimpleName() + ".xml";
        String xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s" immediate="true">
                  <implementation class="%1$s"/>
                  %2$s
                </scr:component>
                """.formatted(implementation.getName(), body);
        return withText(jar, path, xml).with(implementation).headerAlso("Service-Component", path);
    }

    /** Writes the jar below {@code itests/target/releases}. */
    static Path write(ModuleJar jar) {
        String name = jar.header("Kientao-Module") + "-" + jar.header("Bundle-Version") + ".jar";
        return jar.writeTo(ProductFiles.target().resolve("releases").resolve(name));
    }
}
