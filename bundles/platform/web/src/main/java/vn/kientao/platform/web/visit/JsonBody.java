package vn.kientao.platform.web.visit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.web.http.Refusal;

/** Reads a JSON body into a record and says which field does not fit. */
final class JsonBody {
    private static final Logger log = LoggerFactory.getLogger(JsonBody.class);

    private JsonBody() {}

    static <T> T read(Visit visit, ObjectMapper mapper, Class<T> type) {
        String sent = visit.exchange().header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!sent.startsWith("application/json")) {
            throw new Refusal(415, "unexpected-type", sent.isEmpty() ? "–" : sent);
        }
        try {
            T value = mapper.readValue(visit.keptBody(), type);
            if (value == null) {
                throw new Refusal(400, "malformed-json");
            }
            return value;
        } catch (UnrecognizedPropertyException e) {
            throw Refusal.ofField(field(e), "field.unknown");
        } catch (JsonMappingException e) {
            String field = field(e);
            throw field.isEmpty() ? new Refusal(400, "malformed-json") : Refusal.ofField(field, "field.unfit");
        } catch (JsonProcessingException e) {
            throw new Refusal(400, "malformed-json");
        } catch (IOException e) {
            log.debug("The body broke off", e);
            throw new Refusal(400, "malformed");
        }
    }

    /** {@code applicant.phones[1]}. */
    private static String field(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
