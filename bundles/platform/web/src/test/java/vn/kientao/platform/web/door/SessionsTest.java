package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.platform.web.door.FakeRelease.READ;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Sessions.Renewal;
import vn.kientao.platform.api.web.Reply;

class SessionsTest {
    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    @BeforeEach
    void serve() {
        door.sessions.open("lan", "STP2", READ);
        door.serveStaff(routes -> routes.get("/things", READ, request -> Reply.json("seen")));
        door.room(routes -> routes.get("/session", Permission.ANYONE, request -> Reply.json("lasts")));
    }

    @Test
    void handsOutTheNewIdOfASessionWithTheNextAnswer() {
        door.sessions.renewals.put("lan", new Renewal("next-token", Duration.ofHours(3)));

        HttpResponse<String> first = door.send(door.as("lan", "/STP2/trial/things"));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().allValues("Set-Cookie"))
                .containsExactly("kt-session=next-token; Path=/; Max-Age=10800; HttpOnly; SameSite=Lax");
        assertThat(door.send(door.as("lan", "/STP2/trial/things")).headers().allValues("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void bindsTheIdToTheHostWhenTheBrowserCameOverTls() {
        door.sessions.renewals.put("lan", new Renewal("next-token", Duration.ofHours(3)));

        HttpResponse<String> answer = door.send(door.request("/STP2/trial/things")
                .header("Cookie", "__Host-kt-session=lan")
                .header("X-Forwarded-Proto", "https"));

        assertThat(answer.headers().allValues("Set-Cookie"))
                .containsExactly("__Host-kt-session=next-token; Path=/; Max-Age=10800; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void whoAsksHowLongTheSessionLastsDoesNotMakeItLastLonger() {
        door.sessions.renewals.put("lan", new Renewal("next-token", Duration.ofHours(3)));

        HttpResponse<String> answer = door.send(door.as("lan", "/session"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(door.sessions.looks).hasValue(1);
        assertThat(door.sessions.uses).isEmpty();
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void theAnswerThatEndsASessionClearsTheBrowser() {
        door.room(routes -> {
            routes.get(
                    "/leave",
                    Permission.ANYONE,
                    request -> Reply.seeOther("/").cookie(new Reply.Cookie("kt-session", "", 0)));
            routes.get(
                    "/stay",
                    Permission.ANYONE,
                    request -> Reply.seeOther("/").cookie(new Reply.Cookie("kt-lang", "", 0)));
        });

        assertThat(door.get("/leave").headers().firstValue("Clear-Site-Data")).hasValue("\"cache\", \"storage\"");
        assertThat(door.get("/stay").headers().firstValue("Clear-Site-Data")).isEmpty();
    }

    @Test
    void notesFromWhereASessionIsUsed() {
        door.send(door.as("lan", "/STP2/trial/things")
                .header("User-Agent", "Trial/1")
                .header("X-Forwarded-For", "203.0.113.9"));

        assertThat(door.sessions.uses).containsEntry("hash-lan", "203.0.113.9 Trial/1");
        assertThat(door.sessions.looks).hasValue(0);
    }

    @Test
    void thePageThatTurnsSomebodyAwayLeadsToTheirOwnAgency() {
        String page = door.send(door.as("lan", "/PAX/trial/things").header("Accept", "text/html"))
                .body();

        assertThat(page).contains("class=\"btn btn-primary\" href=\"/STP2\"").doesNotContain("href=\"/PAX\"");
    }
}
