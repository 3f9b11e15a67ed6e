package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.platform.web.door.FakeRelease.READ;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.Reply;

class PersonalDataShownTest {
    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    @Test
    void aLookIsNotedWithWhoLookedWhereAndThroughWhichRoute() {
        LocalText purpose = new LocalText("Giải quyết", "Settle");
        door.room(routes -> routes.get("/{agency}/things/{id}", READ, request -> {
            request.personalDataShown("thing", request.pathValue("id"), purpose);
            return Reply.json("shown");
        }));
        door.sessions.open("lan", "STP2", READ);

        assertThat(door.send(door.as("lan", "/STP2/things/7")).statusCode()).isEqualTo(200);

        assertThat(door.accesses).singleElement().satisfies(look -> {
            assertThat(look.account()).isEqualTo("lan");
            assertThat(look.agency()).isEqualTo("STP2");
            assertThat(look.objectType() + " " + look.objectId()).isEqualTo("thing 7");
            assertThat(look.way()).isEqualTo("GET /{agency}/things/{id}");
            assertThat(look.purpose()).isEqualTo(purpose);
            assertThat(look.address()).isEqualTo("127.0.0.1");
            assertThat(look.requestId()).isNotEmpty();
        });
    }
}
