package vn.kientao.reform.steering.web.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.FakeUpload;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.reform.steering.app.file.Files;
import vn.kientao.reform.steering.app.task.EvidenceFiles;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;
import vn.kientao.reform.steering.web.TaskWeb;

/** Evidence of a task: taken in, handed out to be saved, taken away while it is open. */
@OnEachDatabase("steering")
class EvidencePagesTest {
    private static final String FILES = "/tasks/{code}/files";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};

    private final TaskWeb web;
    private final Task task;

    EvidencePagesTest(Database database, Migrations migrations) {
        web = new TaskWeb(database, migrations);
        Files files = new Files(database, web.fixture.audit, web.fixture.tables);
        new EvidencePages(web.door, new EvidenceFiles(files, web.fixture.tasks), files, web.fixture.province)
                .staff(web.routes);
        task = web.fixture.give("VPUB2", "STP2", "2026-11-01", "2026-12-31");
    }

    @Test
    void theLeadAddsAFileThatTheGiverReads() throws IOException {
        web.done("POST " + FILES, at(web.post("STP2", "/x")).withFile("file", new FakeUpload("anh.png", PNG)));
        web.done("POST " + FILES, at(web.post("STP2", "/x")).withFile("file", new FakeUpload("anh-2.png", PNG)));

        Rendered page = web.page("GET " + FILES, at(web.get("VPUB2", "/x")));
        assertThat(page.texts(".kt-tasks a")).as("the same file twice").containsExactly("anh.png");
        assertThat(page.has("form")).as("the giver only reads").isFalse();
        String address = page.one(".kt-tasks a").attr("href");
        FakeRequest get = at(web.get("VPUB2", "/x")).withPathValue("file", id(address));
        assertThat(web.file("GET " + FILES + "/{file}", get)).isEqualTo(PNG);
        assertThat(web.fixture.tasks.find(task.code()).orElseThrow().events())
                .extracting(event -> event.action())
                .containsExactly("GIVE", "FILE");
        assertThat(web.mistakes("POST " + FILES, at(web.post("STP2", "/x")))).hasSize(1);

        web.done("POST " + FILES + "/{file}/remove", at(web.post("STP2", "/x")).withPathValue("file", id(address)));
        assertThat(web.page("GET " + FILES, at(web.get("STP2", "/x"))).has(".kt-empty"))
                .isTrue();
    }

    @Test
    void nobodyElseAddsAndNothingIsAddedToWhatIsDone() {
        FakeRequest giver = at(web.post("VPUB2", "/x")).withFile("file", new FakeUpload("anh.png", PNG));
        assertThatThrownBy(() -> web.done("POST " + FILES, giver)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> web.page("GET " + FILES, at(web.get("P-AX", "/x"))))
                .isInstanceOf(ProblemException.class);
        web.fixture.step(task, TaskAction.REPORT, "2026-11-02");
        web.fixture.step(task, TaskAction.CONFIRM, "2026-11-02");
        FakeRequest late = at(web.post("STP2", "/x")).withFile("file", new FakeUpload("anh.png", PNG));
        assertThatThrownBy(() -> web.done("POST " + FILES, late)).isInstanceOf(ProblemException.class);
    }

    @Test
    void findsAndTakesAwayWhatAReleaseBeforeKept() throws IOException {
        long old = keptBefore("bien-ban.png", PNG);
        web.done("POST " + FILES, at(web.post("STP2", "/x")).withFile("file", new FakeUpload("anh.png", PNG)));
        byte[] other = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 2};
        web.done("POST " + FILES, at(web.post("STP2", "/x")).withFile("file", new FakeUpload("anh.png", other)));

        Rendered page = web.page("GET " + FILES, at(web.get("VPUB2", "/x")));
        assertThat(page.texts(".kt-tasks a"))
                .as("the content that is there is not kept again")
                .containsExactly("bien-ban.png", "anh.png");
        String id = id(page.one(".kt-tasks a").attr("href"));
        FakeRequest get = at(web.get("VPUB2", "/x")).withPathValue("file", id);
        assertThat(web.file("GET " + FILES + "/{file}", get)).isEqualTo(PNG);
        assertThatThrownBy(() -> web.file(
                        "GET " + FILES + "/{file}", at(web.get("VPUB2", "/x")).withPathValue("file", "" + old)))
                .as("its number in the other table")
                .isInstanceOf(ProblemException.class);

        web.done("POST " + FILES + "/{file}/remove", at(web.post("STP2", "/x")).withPathValue("file", id));
        assertThat(web.page("GET " + FILES, at(web.get("STP2", "/x"))).texts(".kt-tasks a"))
                .containsExactly("anh.png");
    }

    /** Keeps a file as releases did that knew a table for tasks only; its number there is told. */
    private long keptBefore(String name, byte[] content) {
        return web.database.write(handle -> {
            long id = handle.createUpdate("""
                            INSERT INTO steering.task_file (
                                   id, task_id, file_name, kind, byte_count, sha256, added_at, agency_code, account)
                            VALUES (777, :task, :name, 'PNG', 9, :digest, TIMESTAMP '2026-11-02 08:00:00', 'STP2', 'x')
                            """)
                    .bind("task", task.id())
                    .bind("name", name)
                    .bind("digest", digest(content))
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            handle.execute("INSERT INTO steering.task_file_content (file_id, content) VALUES (?, ?)", id, content);
            return id;
        });
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private FakeRequest at(FakeRequest request) {
        return request.withPathValue("code", task.code());
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
