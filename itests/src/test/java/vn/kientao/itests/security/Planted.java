package vn.kientao.itests.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody who is nobody: words about a person that occur nowhere else in the product, typed in, and looked for. */
final class Planted {
    static final String NAME = "Quách Thị Kỳ Duyên Zửng";
    static final String ID_NUMBER = "096987604321";
    static final String PHONE = "0987604329";
    static final String EMAIL = "zung.kyduyen@thu-rieng.example";
    static final String ADDRESS = "Số 77 hẻm Cây Zừng Lớn";

    /** A sentence with all of it, as people write. */
    static final String WORDS = "Tôi là " + NAME + ", căn cước " + ID_NUMBER + ", ở " + ADDRESS + ", gọi " + PHONE
            + " hoặc viết cho " + EMAIL;

    private static final List<String> TELLING =
            List.of("Kỳ Duyên Zửng", "ky duyen zung", ID_NUMBER, PHONE, "zung.kyduyen", "Cây Zừng");

    private Planted() {}

    /** The fields of forms in which people are asked who they are. */
    static Map<String, String> person() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", NAME);
        fields.put("phone", PHONE);
        fields.put("idNumber", ID_NUMBER);
        fields.put("address", ADDRESS);
        fields.put("email", EMAIL);
        return fields;
    }

    static HttpResponse<String> json(Caller caller, String method, String path, String body) {
        return caller.send(method, path, headers("application/json", caller.token()), body);
    }

    /** Sends a form as the page of it would. */
    static HttpResponse<String> form(Caller caller, String path, String token, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return caller.send("POST", path, headers("application/x-www-form-urlencoded", token), body);
    }

    private static Map<String, String> headers(String type, String token) {
        return Map.of(
                "Content-Type",
                type,
                "X-CSRF-Token",
                token,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What a text tells of the person; each word also as an address has it. */
    static List<String> in(String text) {
        return TELLING.stream()
                .flatMap(word -> Stream.of(word, encode(word)))
                .filter(text::contains)
                .distinct()
                .toList();
    }

    /** The lines about the person in whatever files stand in a folder. */
    static List<String> inFiles(Path folder) {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.readString(file, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !in(line).isEmpty())
                        .forEach(line -> lines.add(file.getFileName() + ": " + line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** An answer that everybody gets tells nothing. */
    static void isNotIn(HttpResponse<String> answer) {
        assertThat(in(answer.body())).as("what " + answer.uri() + " tells").isEmpty();
    }
}
