package vn.kientao.platform.web.openapi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** JSON schemas of records, read from their components the way the platform's JSON rules write them. */
final class Schemas {
    private static final Map<Class<?>, Map<String, Object>> PLAIN = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(int.class, whole("int32")),
            Map.entry(Integer.class, whole("int32")),
            Map.entry(long.class, whole("int64")),
            Map.entry(Long.class, whole("int64")),
            Map.entry(double.class, Map.of("type", "number")),
            Map.entry(Double.class, Map.of("type", "number")),
            Map.entry(BigDecimal.class, Map.of("type", "number")),
            Map.entry(BigInteger.class, Map.of("type", "integer")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(LocalDate.class, text("date")),
            Map.entry(LocalTime.class, text("time")),
            Map.entry(LocalDateTime.class, Map.of("type", "string")),
            Map.entry(Instant.class, text("date-time")),
            Map.entry(OffsetDateTime.class, text("date-time")));

    private final Map<String, Object> named = new TreeMap<>();
    private final Map<Class<?>, String> names = new LinkedHashMap<>();

    private static Map<String, Object> whole(String format) {
        return Map.of("type", "integer", "format", format);
    }

    private static Map<String, Object> text(String format) {
        return Map.of("type", "string", "format", format);
    }

    /** The schemas that others refer to, by name. */
    Map<String, Object> named() {
        return named;
    }

    /** The schema of a type; records are named after their owner and referred to. */
    Map<String, Object> of(Type type, String owner) {
        if (type instanceof Class<?> plain) {
            return ofClass(plain, owner);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            return ofGeneric(raw, generic.getActualTypeArguments(), owner);
        }
        return Map.of();
    }

    private Map<String, Object> ofClass(Class<?> type, String owner) {
        Map<String, Object> plain = PLAIN.get(type);
        if (plain != null) {
            return plain;
        }
        if (type.isEnum()) {
            List<String> words =
                    Stream.of(type.getEnumConstants()).map(Object::toString).toList();
            return Map.of("type", "string", "enum", words);
        }
        if (type.isArray()) {
            return Map.of("type", "array", "items", of(type.getComponentType(), owner));
        }
        return type.isRecord() ? reference(type, owner) : Map.of();
    }

    private Map<String, Object> ofGeneric(Class<?> raw, Type[] arguments, String owner) {
        if (raw == Optional.class) {
            return of(arguments[0], owner);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return Map.of("type", "array", "items", of(arguments[0], owner));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return Map.of("type", "object", "additionalProperties", of(arguments[1], owner));
        }
        return raw.isRecord() ? reference(raw, owner) : Map.of();
    }

    private Map<String, Object> reference(Class<?> record, String owner) {
        String name = names.get(record);
        if (name == null) {
            name = freeName(owner + "." + record.getSimpleName());
            names.put(record, name);
            named.put(name, Map.of());
            named.put(name, object(record, owner));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private String freeName(String wanted) {
        String name = wanted;
        for (int i = 2; named.containsKey(name); i++) {
            name = wanted + i;
        }
        return name;
    }

    private Map<String, Object> object(Class<?> record, String owner) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            properties.put(component.getName(), of(component.getGenericType(), owner));
            if (component.getType() != Optional.class) {
                required.add(component.getName());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }
}
