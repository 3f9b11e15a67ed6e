package vn.kientao.reform.procedures.store.paper;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.LocalDate;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterPart;

/** A letter as it is kept. */
final class LetterJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addDeserializer(LocalDate.class, new Days()))
            .addMixIn(LetterPart.class, Named.class)
            .build();

    private LetterJson() {}

    static String write(Letter letter) {
        try {
            return JSON.writeValueAsString(letter);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a letter always makes JSON", e);
        }
    }

    static Letter read(String json) {
        try {
            return JSON.readValue(json, Letter.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept letter is not one", e);
        }
    }

    /** Gives each kind of part a name that stays when classes are renamed. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "part")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = LetterPart.Bases.class, name = "bases"),
        @JsonSubTypes.Type(value = LetterPart.Text.class, name = "text"),
        @JsonSubTypes.Type(value = LetterPart.Field.class, name = "field"),
        @JsonSubTypes.Type(value = LetterPart.Table.class, name = "table")
    })
    private interface Named {}

    private static final class Days extends FromStringDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        Days() {
            super(LocalDate.class);
        }

        @Override
        protected LocalDate _deserialize(String value, DeserializationContext context) {
            return LocalDate.parse(value);
        }
    }
}
