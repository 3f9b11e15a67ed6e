package vn.kientao.reform.steering.app.discipline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.privacy.DataSubject;
import vn.kientao.platform.api.privacy.FieldClass;
import vn.kientao.platform.api.privacy.PersonalDataSource;
import vn.kientao.platform.api.privacy.PersonalField;
import vn.kientao.platform.api.privacy.PersonalRecord;
import vn.kientao.platform.api.privacy.Treatment;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.domain.discipline.Breach;
import vn.kientao.reform.steering.domain.discipline.BreachState;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.discipline.PersonalBreaches;

/**
 * What the register of discipline holds about officers. One that is being handled is kept; one that is closed can be made
 * anonymous, so that the count of the agency remains.
 */
@Component
public final class BreachPersonalData implements PersonalDataSource {
    /** {@link PersonalDataSource#name}. */
    public static final String NAME = "steering.breach";

    private static final TextBundle TEXTS = TextBundle.of(BreachPersonalData.class);
    private static final String BASIS =
            "Luật Cán bộ, công chức: nghĩa vụ và kỷ luật; Chỉ thị của Chủ tịch UBND tỉnh, khoản 2.4";
    private static final int NAME_LENGTH = 200;
    private static final int WORDS = 2_000;

    private final Database database;
    private final PersonalBreaches breaches = new PersonalBreaches();

    @Activate
    public BreachPersonalData(@Reference Database database, @Reference SteeringTables tables) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LocalText title() {
        return TEXTS.text("discipline.privacy.title");
    }

    @Override
    public List<PersonalField> fields() {
        return Stream.of("person", "explanation", "outcome", "note")
                .map(name -> new PersonalField(
                        name,
                        TEXTS.text("discipline.privacy." + name),
                        FieldClass.BASIC,
                        TEXTS.text("discipline.privacy.purpose"),
                        BASIS,
                        name.equals("person") || name.equals("explanation")))
                .toList();
    }

    @Override
    public List<PersonalRecord> find(String agency, DataSubject subject, int most) {
        return database.read(handle -> breaches.find(handle, agency, subject.name(), most)).stream()
                .map(breach -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    values.put("person", breach.what().person());
                    values.put("explanation", breach.explanation());
                    values.put("outcome", breach.outcome().note());
                    values.put("duty", breach.what().duty());
                    values.put("day", Formats.date(breach.what().happenedOn()));
                    return new PersonalRecord(
                            NAME, breach.code(), TEXTS.text("discipline.privacy.record", breach.code()), values);
                })
                .toList();
    }

    @Override
    public Treatment rectify(Handle transaction, String agency, String record, Map<String, String> values) {
        Optional<Breach> breach = breaches.one(transaction, agency, record);
        if (breach.isEmpty()) {
            return Treatment.kept(TEXTS.text("discipline.privacy.gone"));
        }
        values.keySet().stream()
                .filter(name -> !name.equals("person") && !name.equals("explanation"))
                .forEach(name -> {
                    throw new IllegalArgumentException("field '" + name + "' (expected: person or explanation)");
                });
        String person = values.getOrDefault("person", breach.get().what().person());
        String explanation = values.getOrDefault("explanation", breach.get().explanation());
        if (person.isBlank() || person.length() > NAME_LENGTH || explanation.length() > WORDS) {
            throw new IllegalArgumentException("person of 1 to " + NAME_LENGTH + " and explanation of at most " + WORDS
                    + " characters (got " + person.length() + " and " + explanation.length() + ")");
        }
        breaches.correct(transaction, breach.get(), person, explanation);
        return Treatment.done();
    }

    @Override
    public Treatment erase(Handle transaction, String agency, String record) {
        Optional<Breach> breach = breaches.one(transaction, agency, record);
        if (breach.isEmpty()) {
            return Treatment.kept(TEXTS.text("discipline.privacy.gone"));
        }
        if (breach.get().state() != BreachState.CLOSED) {
            return Treatment.kept(TEXTS.text("discipline.privacy.running"));
        }
        breaches.makeAnonymous(transaction, breach.get());
        return Treatment.partly(TEXTS.text("discipline.privacy.kept"));
    }
}
