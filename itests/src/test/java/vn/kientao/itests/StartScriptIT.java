package vn.kientao.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.itests.product.StartScript;

/** The one command of the README, typed the way a newcomer types it. */
class StartScriptIT {

    @TempDir
    Path folder;

    private StartScript script;

    @BeforeEach
    void prepare() throws IOException {
        script = new StartScript(folder);
    }

    @AfterEach
    void endWhatStillRuns() {
        script.close();
    }

    /** One installation, started four times: a start takes longer than all that is said about it. */
    @Test
    void refusesASecondStartStopsCleanlyAndComesBackHoweverItEnded() throws Exception {
        Process first = script.start("first");
        script.awaitReady(first, "first");
        refusesASecond();
        killWithItsProduct(first);

        Process again = script.start("again");
        script.awaitReady(again, "again");
        assertThat(StartScript.interrupt(again)).isZero();
        assertThat(script.said("again"))
                .contains("Mở trình duyệt tại: http://localhost:" + script.port() + "/", "đã dừng / stopped");

        Process last = script.start("last");
        script.awaitReady(last, "last");
        startsTheProductAgainWhenThatEndsByItself(last, "last");
        assertThat(StartScript.interrupt(last)).isZero();
        assertThat(script.said("last")).contains("đã dừng / stopped");
    }

    private void refusesASecond() throws Exception {
        Process second = script.start("second", "--port", "1");
        assertThat(StartScript.end(second)).isEqualTo(1);
        assertThat(script.said("second"))
                .contains("đang được một tiến trình khác sử dụng")
                .contains("is in use by another process")
                .contains("http://localhost:" + script.port() + "/");
    }

    private static void killWithItsProduct(Process started) throws Exception {
        List<ProcessHandle> all = new ArrayList<>(started.descendants().toList());
        all.forEach(ProcessHandle::destroyForcibly);
        started.destroyForcibly();
        for (ProcessHandle each : all) {
            each.onExit().get(3, TimeUnit.MINUTES);
        }
    }

    private void startsTheProductAgainWhenThatEndsByItself(Process started, String name) {
        ProcessHandle product = started.children()
                .filter(child -> child.info()
                        .command()
                        .filter(path -> path.endsWith("java"))
                        .isPresent())
                .findFirst()
                .orElseThrow();
        product.destroyForcibly();

        script.await(
                "the product to be ready again",
                name,
                () -> script.said(name).indexOf("sẵn sàng / ready")
                        != script.said(name).lastIndexOf("sẵn sàng / ready"));
        assertThat(script.said(name))
                .contains(
                        "hệ thống đã dừng đột ngột (mã 137) / the product ended all of a sudden (code 137)",
                        "khởi động lại, lần 1 trong 5 phút / starting again, 1 in 5 minutes");
    }

    @Test
    void restoresOnlyABackupThatIsThereAndOnlyWhereNoDatabaseIs() throws Exception {
        Process missing = script.start(
                "missing", "--restore", folder.resolve("no-such.zip").toString());
        assertThat(StartScript.end(missing)).isEqualTo(1);
        assertThat(script.said("missing")).contains("no-such.zip cannot be read");

        Path backup = Files.writeString(folder.resolve("backup.zip"), "not opened");
        Path database = script.data().resolve("kientao/db/kientao.mv.db");
        Files.createDirectories(database.getParent());
        Files.writeString(database, "somebody's data");
        Process taken = script.start("taken", "--restore", backup.toString());
        assertThat(StartScript.end(taken)).isEqualTo(1);
        assertThat(script.said("taken")).contains("has a database already", "Choose another --data");
        assertThat(database).hasContent("somebody's data");
    }

    @Test
    void saysWhichArgumentItDoesNotUnderstand() throws Exception {
        Process process = script.start("typo", "--emty");

        assertThat(StartScript.end(process)).isEqualTo(1);
        assertThat(script.said("typo")).contains("không hiểu tham số: --emty", "unknown argument: --emty");
    }

    @Test
    void asksForAnotherPortWhenItsOwnIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(script.port(), 1, InetAddress.getLoopbackAddress())) {
            Process process = script.start("taken");

            assertThat(StartScript.end(process)).isEqualTo(1);
            assertThat(script.said("taken"))
                    .contains("cổng " + taken.getLocalPort() + " đang được", "--port " + (taken.getLocalPort() + 1));
        }
    }

    @Test
    void asksForAnotherPortWhenItsOwnIsTakenWhileItStarts() throws Exception {
        Process process = script.start("overtaken");
        script.await("the start", "overtaken", () -> script.said("overtaken").contains("starting on the data"));
        try (ServerSocket taken = new ServerSocket(script.port(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(StartScript.end(process)).isEqualTo(1);
            assertThat(script.said("overtaken"))
                    .contains("has just taken port " + taken.getLocalPort(), "--port " + (taken.getLocalPort() + 1));
        }
    }
}
