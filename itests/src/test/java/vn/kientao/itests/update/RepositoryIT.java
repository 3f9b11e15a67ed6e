package vn.kientao.itests.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.itests.product.Console;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.Product;

/** Modules that come from a folder, from an address and in an offline bundle, on the running product. */
@Tag("long")
@Tag("alone")
class RepositoryIT {
    private static final Pattern PLAN = Pattern.compile("\"id\" : ([0-9]+)");

    @RegisterExtension
    static final Distribution distribution = Distribution.own(Options.empty("repository"));

    @TempDir
    Path folder;

    @Test
    void findsFetchesAndCarriesModules() throws IOException {
        Product product = distribution.product();
        Console console = product.console();
        release("3.1.0");
        release("3.2.0");
        assertThat(console.run("repository:index " + folder)).contains("2");

        assertThat(console.run("repository:add usb " + folder)).contains("Đã thêm nguồn usb");
        assertThat(console.run("repository:check usb --json")).contains("3.1.0", "\"standing\" : \"UPDATE\"");
        apply(console, console.run("repository:plan usb procedures 3.1.0 --json"));
        assertThat(servedBy(product)).contains("3.1.0");
        assertThat(console.run("repository:check usb --json")).contains("\"standing\" : \"LIVE\"");

        HttpServer server = serve();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/modules/";
            assertThat(console.run("repository:add net " + address)).contains("Đã thêm nguồn net");
            byte[] good = Files.readAllBytes(folder.resolve("procedures-3.2.0.jar"));
            byte[] altered = good.clone();
            altered[altered.length / 2] ^= 1;
            Files.write(folder.resolve("procedures-3.2.0.jar"), altered);
            assertThat(console.run("repository:plan net procedures 3.2.0")).contains("không đúng với danh mục");
            Files.write(folder.resolve("procedures-3.2.0.jar"), good);
            apply(console, console.run("repository:plan net procedures 3.2.0 --json"));
        } finally {
            server.stop(0);
        }
        assertThat(servedBy(product)).contains("3.2.0");
        assertThat(console.run("repository:check net")).contains("Không đọc được nguồn net");

        Path bundle = folder.resolve("offline.zip");
        assertThat(console.run("repository:export " + bundle)).contains("Đã xuất gói ngoại tuyến");
        takenElsewhere(bundle);
        assertThat(console.run("repository:remove usb")).contains("Đã bỏ nguồn usb");
        assertThat(console.run("repository:list --json")).contains("net").doesNotContain("\"usb\"");
    }

    private static void takenElsewhere(Path bundle) {
        try (Product other = Product.unpack(Options.empty("repository-offline"))) {
            other.start();
            String taken = other.console().run("repository:import " + bundle + " --json");
            Matcher name = Pattern.compile("\"name\" : \"(bundle-[0-9-]+)\"").matcher(taken);
            assertThat(name.find()).as(taken).isTrue();
            assertThat(other.console().run("repository:check " + name.group(1) + " --json"))
                    .contains("3.2.0", "\"standing\" : \"UPDATE\"");
            apply(
                    other.console(),
                    other.console().run("repository:plan " + name.group(1) + " procedures 3.2.0 --json"));
            assertThat(servedBy(other)).contains("3.2.0");
        }
    }

    private void release(String version) throws IOException {
        Path jar = Releases.write(Releases.procedures(version));
        Files.copy(jar, folder.resolve(jar.getFileName()));
    }

    private HttpServer serve() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/modules/", exchange -> {
            byte[] content = Files.readAllBytes(
                    folder.resolve(exchange.getRequestURI().getPath().substring("/modules/".length())));
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void apply(Console console, String planned) {
        Matcher plan = PLAN.matcher(planned);
        assertThat(plan.find()).as(planned).isTrue();
        assertThat(console.run("module:apply " + plan.group(1))).contains("đang phục vụ");
    }

    private static String servedBy(Product product) {
        return new Visitor(product)
                .get("/public/procedures")
                .headers()
                .firstValue("X-Kientao-Module")
                .orElse("nobody");
    }
}
