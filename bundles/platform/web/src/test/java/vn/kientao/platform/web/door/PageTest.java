package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.platform.web.door.FakeRelease.READ;
import static vn.kientao.platform.web.door.FakeRelease.WRITE;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;

class PageTest {
    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    private final Map<String, Object> seen = new LinkedHashMap<>();

    @BeforeEach
    void serve() {
        door.sessions.open("lan", "STP2", READ);
        door.serveStaff(routes -> routes.get("/things/{code}", READ, request -> {
            Page page = request.page();
            seen.put("link", page.link("/things"));
            seen.put("root", page.link("/"));
            seen.put("open", page.openLink("/track"));
            seen.put("here", page.here());
            seen.put("sorted", page.with("sort", "-due"));
            seen.put("next", page.with("after", "x y"));
            seen.put("without", page.with("q", ""));
            seen.put("draft", page.draftUrl("receive:1.001193"));
            seen.put("may", page.can(READ) + " " + page.can(WRITE));
            seen.put("audit", request.audit("trial.look", "thing", "7", "{}"));
            return Reply.json("seen");
        }));
        door.send(door.as("lan", "/STP2/trial/things/7?q=%C4%91%E1%BA%A5t&after=9&lang=vi"));
    }

    @Test
    void linksWithinItsModuleAndZone() {
        assertThat(seen)
                .containsEntry("link", "/STP2/trial/things")
                .containsEntry("root", "/STP2/trial")
                .containsEntry("open", "/public/trial/track");
    }

    @Test
    void variesItsOwnAddressAndStartsPagingAnew() {
        assertThat(seen)
                .containsEntry("here", "/STP2/trial/things/7?q=%C4%91%E1%BA%A5t&after=9")
                .containsEntry("sorted", "/STP2/trial/things/7?q=%C4%91%E1%BA%A5t&sort=-due")
                .containsEntry("next", "/STP2/trial/things/7?q=%C4%91%E1%BA%A5t&after=x%20y")
                .containsEntry("without", "/STP2/trial/things/7");
    }

    @Test
    void knowsWhereDraftsGoAndWhatTheReaderMay() {
        assertThat(seen)
                .containsEntry("draft", "/drafts/STP2/trial/receive%3A1.001193")
                .containsEntry("may", "true false");
    }

    @Test
    void writesAuditEntriesOfTheActorAgencyAndModule() {
        AuditEntry entry = (AuditEntry) seen.get("audit");

        assertThat(entry.account()).isEqualTo("lan");
        assertThat(entry.agency()).contains("STP2");
        assertThat(entry.module()).isEqualTo("trial");
        assertThat(entry.requestId()).matches("[0-9a-f]{12}");
    }
}
