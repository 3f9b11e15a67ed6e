package vn.kientao.itests.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.itests.product.Console;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.Product;
import vn.kientao.itests.product.Publisher;

/** From a publisher's key to a module that serves: the product as it is shipped, which takes signed modules only. */
@Tag("alone")
class SignedModulesIT {
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    @RegisterExtension
    static final Distribution distribution =
            Distribution.own(Options.empty("signed").strict());

    @Test
    void onlyWhatATrustedPublisherHasSignedServes() throws IOException {
        Product product = distribution.product();
        Console console = product.console();
        Publisher publisher = Publisher.withNewKey("Nhà phát hành mẫu");
        Path release = publisher.sign(written("9.1.0"));

        assertThat(console.run("publisher:list"))
                .contains("Chưa tin cậy khoá nào")
                .doesNotContain("phát triển");
        String unknown = console.run("module:update " + release);
        assertThat(unknown).contains("khoá chưa được tin cậy");

        String trusted = console.run("publisher:trust \"Nhà phát hành mẫu\" " + publisher.certificate());
        assertThat(trusted).contains("Đã tin cậy Nhà phát hành mẫu");
        assertThat(fingerprint(unknown)).isEqualTo(fingerprint(trusted));

        assertThat(console.run("module:update " + release)).contains("Xong: phân hệ procedures 9.1.0 đang phục vụ");
        assertThat(servedBy(product)).contains("9.1.0");
        assertThat(console.run("publisher:list")).contains("procedures", "Nhà phát hành mẫu", "Ed25519");

        assertThat(console.run("module:update " + written("9.2.0"))).contains("không có chữ ký");
        assertThat(console.run("module:update " + tampered(publisher.sign(written("9.3.0")))))
                .contains("Tệp META-INF/bnd.txt được thêm vào gói sau khi ký");
        Publisher stranger = Publisher.withNewKey("Người lạ");
        console.run("publisher:trust \"Người lạ\" " + stranger.certificate());
        assertThat(console.run("module:update " + stranger.sign(written("9.4.0"))))
                .contains("chỉ nhận gói của Nhà phát hành mẫu");
        console.run("publisher:hold-back procedures 9.5.0 --reason \"sai phí\" --json");
        assertThat(console.run("module:update " + publisher.sign(written("9.5.0"))))
                .contains("bị chặn", "sai phí");
        assertThat(servedBy(product)).contains("9.1.0");

        product.restart();

        assertThat(servedBy(product)).contains("9.1.0");
        assertThat(product.console().run("publisher:held-back")).contains("9.5.0", "sai phí");
        assertThat(product.console().run("module:update " + publisher.sign(written("9.6.0"))))
                .contains("Xong: phân hệ procedures 9.6.0 đang phục vụ");
    }

    private static Path written(String version) {
        Path jar = Releases.write(Releases.procedures(version));
        return move(jar, "signed-" + version + ".jar");
    }

    private static Path move(Path jar, String name) {
        try {
            return Files.move(jar, jar.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Slips a file into a jar. */
    private static Path tampered(Path jar) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Files.writeString(zip.getPath("META-INF", "bnd.txt"), "hello");
        }
        return jar;
    }

    private static String fingerprint(String said) {
        Matcher matcher = FINGERPRINT.matcher(said);
        assertThat(matcher.find()).as(said).isTrue();
        return matcher.group();
    }

    private static String servedBy(Product product) {
        return new Visitor(product)
                .get("/public/procedures")
                .headers()
                .firstValue("X-Kientao-Module")
                .orElse("nobody");
    }
}
