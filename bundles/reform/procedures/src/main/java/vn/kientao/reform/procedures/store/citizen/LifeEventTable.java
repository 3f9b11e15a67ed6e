package vn.kientao.reform.procedures.store.citizen;

import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.procedures.domain.citizen.LifeEvent;

/** Reads {@code procedures.life_event}. */
public final class LifeEventTable {
    private static final String ALL = """
            SELECT code, audience, name_vi, name_en, words
              FROM procedures.life_event
             ORDER BY audience, place
            """;

    public List<LifeEvent> all(Handle handle) {
        return handle.createQuery(ALL)
                .map((row, context) -> new LifeEvent(
                        row.getString("code"),
                        row.getString("audience").equals("enterprise"),
                        new LocalText(row.getString("name_vi"), row.getString("name_en")),
                        Stream.of(row.getString("words").split(";"))
                                .map(String::strip)
                                .filter(phrase -> !phrase.isEmpty())
                                .toList()))
                .list();
    }
}
