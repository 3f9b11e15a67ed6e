package vn.kientao.reform.procedures.store.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.time.CalendarDay;
import vn.kientao.platform.api.time.DueDate.CountedDay;

/**
 * The days on the way to a due date as they are kept: JSON, one object a day. Kept rather than counted again, because
 * the calendar may change afterwards. Uses the tree of Jackson only, which remembers no class of ours.
 */
final class CountedDays {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CountedDays() {}

    static String write(List<CountedDay> days) {
        ArrayNode array = JSON.createArrayNode();
        for (CountedDay counted : days) {
            CalendarDay day = counted.day();
            var node = array.addObject()
                    .put("day", day.day().toString())
                    .put("kind", day.kind().name())
                    .put("number", counted.number());
            if (!day.name().vi().isEmpty()) {
                node.put("vi", day.name().vi()).put("en", day.name().en());
            }
        }
        return array.toString();
    }

    static List<CountedDay> read(String json) {
        try {
            List<CountedDay> days = new ArrayList<>();
            for (JsonNode node : JSON.readTree(json)) {
                LocalText name = new LocalText(
                        node.path("vi").asText(""), node.path("en").asText(""));
                days.add(new CountedDay(
                        new CalendarDay(
                                LocalDate.parse(node.path("day").asText()),
                                CalendarDay.Kind.valueOf(node.path("kind").asText()),
                                name),
                        node.path("number").asInt()));
            }
            return days;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counted days of a dossier cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
