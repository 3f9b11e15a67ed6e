package vn.kientao.platform.web.once;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.web.http.Refusal;
import vn.kientao.platform.web.once.Answers.Reservation;
import vn.kientao.platform.web.route.CompiledRoute;
import vn.kientao.platform.web.route.JsonMappers;
import vn.kientao.platform.web.visit.Visit;

/**
 * Answers a POST of a program with header {@code Idempotency-Key} once: repeated with the same body it gets the same answer,
 * with another body it is refused. An answer that is an error is not kept, so that it can be tried again.
 */
public final class Once {
    private static final int LONGEST_KEY = 100;
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final Answers answers;
    private final ObjectMapper json = JsonMappers.create();

    public Once(Answers answers) {
        this.answers = answers;
    }

    /**
     * The handler's reply, or the one from before.
     *
     * @throws Refusal 409 while the first request is under way, 422 for another body, 400 for a key of more than 100 signs
     */
    public Reply answer(Visit visit, CompiledRoute route, Supplier<Reply> handler) throws IOException {
        Optional<String> key = key(visit, route);
        if (key.isEmpty()) {
            return handler.get();
        }
        Reservation reservation = answers.reserve(key.get(), hash(visit.keptBody()));
        if (reservation instanceof Reservation.Answered answered) {
            return again(answered);
        }
        if (reservation instanceof Reservation.UnderWay) {
            throw new Refusal(409, "key-under-way", Map.of("Retry-After", "1"));
        }
        if (reservation instanceof Reservation.OtherBody) {
            throw new Refusal(422, "key-reused");
        }
        return first(key.get(), route.owner().json(), handler);
    }

    private Reply first(String key, ObjectMapper writer, Supplier<Reply> handler) throws JsonProcessingException {
        boolean kept = false;
        try {
            Reply reply = handler.get();
            if (reply instanceof Reply.Json answer && answer.status() < 400) {
                answers.keep(
                        key,
                        answer.status(),
                        writer.writeValueAsString(answer.value()),
                        json.writeValueAsString(answer.headers()));
                kept = true;
            }
            return reply;
        } finally {
            if (!kept) {
                answers.release(key);
            }
        }
    }

    private Reply again(Reservation.Answered answered) throws JsonProcessingException {
        Map<String, String> headers = new HashMap<>(json.readValue(answered.headers(), HEADERS));
        headers.put(REPLAYED, "true");
        return new Reply.Json(answered.status(), json.readTree(answered.json()), headers);
    }

    private static Optional<String> key(Visit visit, CompiledRoute route) {
        if (!visit.exchange().method().equals("POST") || !route.forPrograms() || !plain(visit)) {
            return Optional.empty();
        }
        Optional<String> sent =
                visit.exchange().header("Idempotency-Key").map(String::strip).filter(word -> !word.isEmpty());
        if (sent.isPresent() && sent.get().length() > LONGEST_KEY) {
            throw new Refusal(400, "malformed");
        }
        String sender = visit.actor().signedIn() ? visit.actor().account() : "visitor " + visit.visitor();
        return sent.map(word ->
                hash(String.join("\n", sender, visit.exchange().rawPath(), word).getBytes(StandardCharsets.UTF_8)));
    }

    /** Files are not kept in mind, and so not compared. */
    private static boolean plain(Visit visit) {
        String type = visit.exchange().header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.isEmpty() || type.startsWith("application/json");
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
