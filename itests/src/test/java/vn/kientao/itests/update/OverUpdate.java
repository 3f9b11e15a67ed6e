package vn.kientao.itests.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kientao.itests.product.ModuleJar;
import vn.kientao.itests.product.Product;

/** Somebody is in the middle of something while a module is updated and others work. */
abstract class OverUpdate {
    /** How many others work meanwhile. */
    static final int CONNECTIONS = 6;

    private final Product product;
    private final String module;

    OverUpdate(Product product, String module) {
        this.product = product;
        this.module = module;
    }

    abstract void run() throws Exception;

    Product product() {
        return product;
    }

    /** Updates the module to the same under another version. */
    void update(String version) {
        product.console()
                .run("module:update " + Releases.write(ModuleJar.built(module).version(version)));
    }

    /** Which release answered. */
    static String served(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Kientao-Module").orElse("nobody");
    }

    static void lostNothing(Load.Figures figures) {
        assertThat(figures.samples()).isEmpty();
        assertThat(figures.failures()).isZero();
        assertThat(figures.requests()).isPositive();
    }

    static String found(String pattern, HttpResponse<String> answer) {
        return found(pattern, answer.body());
    }

    static String found(String pattern, String html) {
        Matcher matcher = Pattern.compile(pattern).matcher(html);
        assertThat(matcher.find()).as(pattern + " in " + html).isTrue();
        return matcher.group(1);
    }
}
