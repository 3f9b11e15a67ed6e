package vn.kientao.platform.kernel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.osgi.framework.BundleActivator;

/** Makes module jars for tests; good ones unless told otherwise. */
final class ModuleJar {
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private ModuleJar(String module, String version) {
        header("Bundle-ManifestVersion", "2");
        header("Bundle-SymbolicName", "vn.kientao.test." + module);
        header("Bundle-Version", version);
        header("Kientao-Module", module);
        header("Kientao-Name", "vi=\"Phân hệ mẫu\", en=\"Sample module\"");
        header("Kientao-Areas", "procedures");
        header("Kientao-Api", "[1.0,2)");
        header("Kientao-Permissions", module + ".read;roles=\"desk-officer,handler\"");
        imports("org.osgi.framework,vn.kientao.platform.api.module,vn.kientao.platform.api.text");
    }

    /** A jar without code. */
    static ModuleJar of(String module, String version) {
        return new ModuleJar(module, version);
    }

    /** A module that answers with its version. */
    static ModuleJar greeting(String module, String version) {
        return of(module, version)
                .activator(vn.kientao.platform.kernel.sample.GreetingActivator.class)
                .type(vn.kientao.platform.kernel.sample.Greeting.class);
    }

    ModuleJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    ModuleJar without(String name) {
        headers.remove(name);
        return this;
    }

    ModuleJar imports(String packages) {
        return header("Import-Package", packages);
    }

    ModuleJar activator(Class<? extends BundleActivator> activator) {
        return type(activator).header("Bundle-Activator", activator.getName());
    }

    ModuleJar type(Class<?> type) {
        String path = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
            return entry(path, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A declarative-services component that offers and needs what is named; empty for nothing. */
    ModuleJar component(Class<?> type, String offers, String needs) {
        String xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%s" init="%d">
                  %s
                  %s
                  <implementation class="%s"/>
                </scr:component>
                """.formatted(
                type.getName(),
                needs.isEmpty() ? 0 : 1,
                offers.isEmpty() ? "" : "<service><provide interface=\"" + offers + "\"/></service>",
                needs.isEmpty() ? "" : "<reference name=\"needed\" interface=\"" + needs + "\" parameter=\"0\"/>",
                type.getName());
        return type(type)
                .text("OSGI-INF/" + type.getSimpleName() + ".xml", xml)
                .header("Service-Component", "OSGI-INF/" + type.getSimpleName() + ".xml");
    }

    ModuleJar text(String path, String words) {
        return entry(path, words.getBytes(StandardCharsets.UTF_8));
    }

    ModuleJar entry(String path, byte[] content) {
        entries.put(path, content);
        return this;
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes());
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(untimed(JarFile.MANIFEST_NAME));
            manifest.write(jar);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(untimed(entry.getKey()));
                jar.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same headers and entries give the same bytes, whenever they are packed. */
    private static ZipEntry untimed(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        return entry;
    }
}
