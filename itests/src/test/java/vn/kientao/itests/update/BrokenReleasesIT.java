package vn.kientao.itests.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.ModuleJar;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.Product;
import vn.kientao.itests.update.broken.HangingActivator;
import vn.kientao.itests.update.broken.LonelyComponent;
import vn.kientao.itests.update.broken.SickProbe;
import vn.kientao.itests.update.broken.ThrowingActivator;

/** Promise 2: a bad release never replaces a good one, and the old one keeps serving. */
@Tag("long")
@Tag("alone")
class BrokenReleasesIT {
    private static final int CONNECTIONS = 6;

    @RegisterExtension
    static final Distribution distribution =
            Distribution.own(Options.demo("broken").withProperty("kientao.patience", "8"));

    /** A fault, the words that the reason must hold, and how it gets into the jar. */
    record Fault(String name, String version, List<String> words, UnaryOperator<ModuleJar> make) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Fault> faults() {
        return List.of(
                new Fault(
                        "activator throws",
                        "9.0.1",
                        List.of("this release cannot start"),
                        jar -> jar.header("Bundle-Activator", ThrowingActivator.class.getName())
                                .with(ThrowingActivator.class)),
                new Fault(
                        "unsatisfied reference",
                        "9.0.2",
                        List.of("LonelyComponent", "NumberStore"),
                        jar -> Releases.withComponent(
                                jar,
                                LonelyComponent.class,
                                "<reference name=\"store\" interface=\"vn.kientao.reform.NumberStore\"/>")),
                new Fault(
                        "unresolvable import",
                        "9.0.3",
                        List.of("vn.kientao.nowhere"),
                        jar -> jar.headerAlso("Import-Package", "vn.kientao.nowhere;version=\"[1.4,2)\"")),
                new Fault(
                        "failing migration",
                        "9.0.4",
                        List.of("V900__broken.sql"),
                        jar -> Releases.withText(
                                jar,
                                "db/expand/V900__broken.sql",
                                "ALTER TABLE procedures.no_such_table ADD COLUMN word VARCHAR(9);")),
                new Fault(
                        "health probe fails",
                        "9.0.5",
                        List.of("không thấy kho số"),
                        jar -> Releases.withComponent(
                                jar,
                                SickProbe.class,
                                "<service><provide interface=\"vn.kientao.platform.api.module.HealthProbe\"/></service>")),
                new Fault(
                        "hangs at start",
                        "9.0.6",
                        List.of("8 "),
                        jar -> jar.header("Bundle-Activator", HangingActivator.class.getName())
                                .with(HangingActivator.class)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void neverServesAndSaysWhyInOneSentence(Fault fault) throws Exception {
        Product product = distribution.product();
        DeskLoad desk = new DeskLoad(product, DemoAccounts.of(product).deskOfficer(), DeskCases.PROCEDURE);
        String before = servedBy(product);
        String said;
        Load.Figures figures;
        try (Load load = Load.start(CONNECTIONS, desk::worker)) {
            said = product.console()
                    .run("module:update " + Releases.write(fault.make().apply(Releases.procedures(fault.version()))));
            figures = load.stop();
        }

        assertThat(said).contains(fault.words()).doesNotContain("Exception", "null", "\tat ");
        assertThat(product.console().run("rollout:status"))
                .contains(fault.version())
                .contains(fault.words());
        assertThat(servedBy(product)).isEqualTo(before);
        assertThat(figures.samples()).isEmpty();
        assertThat(figures.failures()).isZero();
        assertThat(product.ready()).isTrue();
    }

    private static String servedBy(Product product) {
        return new Visitor(product)
                .get("/public/procedures")
                .headers()
                .firstValue("X-Kientao-Module")
                .orElse("nobody");
    }
}
