package vn.kientao.platform.web.route;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import vn.kientao.platform.api.text.Folding;

/**
 * The platform's JSON rules: ISO dates, nothing for what is absent, unknown properties refused, text in NFC. One mapper
 * an owner, with a type cache of its own: Jackson's shared one would keep the classes of retired releases alive.
 */
public final class JsonMappers {
    private JsonMappers() {}

    public static ObjectMapper create() {
        LookupCache<Object, JavaType> ownTypes = new LRUMap<>(16, 200);
        return JsonMapper.builder()
                .typeFactory(TypeFactory.defaultInstance().withCache(ownTypes))
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .addModule(new SimpleModule("nfc").addDeserializer(String.class, new NfcText()))
                .defaultPropertyInclusion(JsonInclude.Value.construct(NON_ABSENT, NON_ABSENT))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    private static final class NfcText extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        NfcText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getValueAsString();
            if (text == null) {
                throw context.wrongTokenException(parser, String.class, parser.currentToken(), "expected text");
            }
            return Folding.nfc(text).strip();
        }
    }
}
