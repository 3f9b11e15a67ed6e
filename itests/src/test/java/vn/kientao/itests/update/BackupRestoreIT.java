package vn.kientao.itests.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.itests.product.Await;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.Postgres;
import vn.kientao.itests.product.Product;
import vn.kientao.itests.product.ProductFiles;
import vn.kientao.itests.product.StartScript;

/**
 * A backup that was taken while people worked comes back in an installation of its own, on the other engine, too: dossiers,
 * accounts, agencies and the modules with their releases.
 */
@Tag("long")
@Tag("alone")
class BackupRestoreIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int WORKERS = 4;
    private static final Pattern FILE = Pattern.compile("\"file\" : \"([^\"]+)\"");

    @RegisterExtension
    static final Postgres postgres = new Postgres();

    @Test
    void comesBackWholeOnEitherEngineAndOnlyWhereNothingIs() throws Exception {
        Path backup;
        Set<String> before;
        String modules;
        try (Product source = Product.unpack(Options.demo("backup-source"))) {
            source.start();
            source.console().run("module:update " + Releases.write(Releases.procedures("2.0.1")));
            DemoAccounts.Account officer = DemoAccounts.of(source).deskOfficer();
            DeskLoad desk = new DeskLoad(source, officer, DeskCases.PROCEDURE);
            Load load = Load.start(WORKERS, worker -> desk.receiving());
            Await.until("receipts under way", LIMIT, () -> desk.acknowledged().size() > 20);
            before = new TreeSet<>(desk.acknowledged());
            long begun = System.nanoTime();
            String said = source.console().run("backup:create --json --reason \"before the move\"");
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            Load.Figures figures = load.stop();
            modules = source.console().run("module:list --json");

            assertThat(said).contains("\"reason\" : \"before the move\"");
            assertThat(figures.failures()).as(figures.samples().toString()).isZero();
            assertThat(source.console().run("backup:list --json")).contains("\"reason\" : \"before the move\"");
            backup = keep(said);
            System.out.printf(
                    "Backup of %d bytes in %d ms beside %d requests, none failed, worst %d ms%n",
                    Files.size(backup), millis, figures.requests(), figures.worstMillis());
            restored(Options.empty("restored-h2"), source, backup, before, modules);
            restored(postgres.applyTo(Options.empty("restored-postgres")), source, backup, before, modules);
            restoredByTheStartScript(backup);
        }
    }

    private static void restored(Options options, Product source, Path backup, Set<String> before, String modules)
            throws Exception {
        try (Product target = Product.unpack(options.withProperty("kientao.restore", backup.toString()))) {
            long begun = System.nanoTime();
            target.start();
            System.out.printf(
                    "Restored (%s) and ready after %d ms%n",
                    options.name(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            Files.copy(
                    source.data().resolve("kientao/demo-accounts.txt"),
                    target.data().resolve("kientao/demo-accounts.txt"),
                    StandardCopyOption.REPLACE_EXISTING);

            assertThat(new DeskCases(target).codes()).doesNotHaveDuplicates().containsAll(before);
            assertThat(target.console().run("module:list --json"))
                    .contains("2.0.1")
                    .isEqualTo(modules);
            assertThat(new Visitor(target).get("/public/procedures").statusCode())
                    .isEqualTo(200);
            DeskLoad desk = new DeskLoad(target, DemoAccounts.of(target).deskOfficer(), DeskCases.PROCEDURE);
            Load load = Load.start(1, worker -> desk.receiving());
            Await.until(
                    "a receipt after the restore",
                    LIMIT,
                    () -> !desk.acknowledged().isEmpty());
            assertThat(load.stop().failures()).isZero();

            target.restart();
            assertThat(new DeskCases(target).codes()).containsAll(desk.acknowledged());

            String other = target.console().run("backup:create --json");
            Path second = keep(other);
            target.stop();
            refused(options, target, second);
        }
    }

    private static void restoredByTheStartScript(Path backup) throws Exception {
        Path folder = Files.createTempDirectory(ProductFiles.target(), "restored-by-script-");
        try (StartScript script = new StartScript(folder)) {
            Process typed = script.start("restore", "--development", "--restore", backup.toString());
            script.awaitReady(typed, "restore");
            URI procedure =
                    URI.create("http://localhost:" + script.port() + "/public/procedures/" + DeskCases.PROCEDURE);
            HttpResponse<String> page = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(procedure).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(StartScript.interrupt(typed)).isZero();
        }
        assertThat(folder.resolve("data/restored"))
                .as("no demonstration data is added later")
                .exists();
    }

    /** The platform ends by itself, says why, and the data stays. */
    private static void refused(Options options, Product target, Path other) {
        Product again = target.with(options.withProperty("kientao.restore", other.toString()));
        again.launch();
        Await.until("the refusal", LIMIT, () -> !again.running(), again::diagnosis);

        assertThat(ProductFiles.text(target.data().resolve("kientao/restore-failed.txt")))
                .contains("the database is in use");
    }

    /** The file that {@code backup:create --json} names, copied to where the product's end does not reach. */
    private static Path keep(String said) throws IOException {
        Matcher file = FILE.matcher(said);
        if (!file.find()) {
            throw new AssertionError("no file in: " + said);
        }
        Path source = Path.of(file.group(1));
        Path copy = Files.createTempFile(ProductFiles.target(), "backup-", ".zip");
        copy.toFile().deleteOnExit();
        return Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
    }
}
