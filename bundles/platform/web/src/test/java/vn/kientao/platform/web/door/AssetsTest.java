package vn.kientao.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.web.asset.Assets;

class AssetsTest {
    @RegisterExtension
    final DoorUnderTest door = new DoorUnderTest();

    @Test
    void mayBeKeptForAYear() {
        HttpResponse<String> answer = door.get(door.assets.address("kientao.css"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/css; charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void arePackedOnceForBrowsersThatCanUnpack() throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        door.request(door.assets.address("vendor/bootstrap/bootstrap.min.css"))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.body()).hasSizeLessThan(40_000);
    }

    @Test
    void areNotServedUnderAnotherHashNorFromOutside() {
        assertThat(door.get("/a/000000000000/kientao.css").statusCode()).isEqualTo(404);
        assertThat(door.get(door.assets.address("nothing.css")).statusCode()).isEqualTo(404);
        assertThat(door.get(door.assets.folder()).statusCode()).isEqualTo(404);
        assertThat(door.get(door.assets.address("%2e%2e/db/expand/V001__drafts.sql"))
                        .statusCode())
                .isIn(400, 404);
    }

    @Test
    void changeTheirAddressWithTheirContent() {
        Assets one = new Assets(Map.of("a.css", new byte[] {1}));
        Assets two = new Assets(Map.of("a.css", new byte[] {2}));
        Assets same = new Assets(Map.of("a.css", new byte[] {1}));

        assertThat(one.address("a.css")).isNotEqualTo(two.address("a.css")).isEqualTo(same.address("a.css"));
    }

    @Test
    void includeTheLettersThatTheStyleSheetRefersToBesideItself() {
        String letters = "vendor/be-vietnam-pro/be-vietnam-pro-vietnamese-400-normal.woff2";

        assertThat(door.get(door.assets.address("kientao.css")).body()).contains("url(" + letters + ")");
        assertThat(door.get(door.assets.address(letters)).headers().firstValue("Content-Type"))
                .contains("font/woff2");
    }
}
