package vn.kientao.platform.security.passkey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;

/** What the browser says of the ceremony (WebAuthn, 5.8.1). */
@SuppressWarnings("ArrayRecordComponent") // Read, and never compared.
record ClientData(String type, byte[] challenge, String origin, boolean crossOrigin) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static ClientData parse(byte[] json) {
        try {
            JsonNode node = JSON.readTree(json);
            return new ClientData(
                    node.path("type").asText(""),
                    Base64.getUrlDecoder().decode(node.path("challenge").asText("")),
                    node.path("origin").asText(""),
                    node.path("crossOrigin").asBoolean(false));
        } catch (IOException | IllegalArgumentException e) {
            throw new PasskeyException("client data that cannot be read", e);
        }
    }

    void require(String expectedType, Site site) {
        if (!type.equals(expectedType)) {
            throw new PasskeyException("answer of type '" + type + "' (expected: " + expectedType + ")");
        }
        if (!origin.equals(site.origin())) {
            throw new PasskeyException("answer from origin '" + origin + "' (expected: " + site.origin() + ")");
        }
        if (crossOrigin) {
            throw new PasskeyException("answer from a frame of another site");
        }
    }
}
