package vn.kientao.platform.privacy.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.privacy.DataSubject;
import vn.kientao.platform.api.privacy.PersonalDataSource;
import vn.kientao.platform.api.privacy.PersonalField;
import vn.kientao.platform.api.privacy.PersonalRecord;
import vn.kientao.platform.api.privacy.Treatment;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.privacy.domain.RequestKind;
import vn.kientao.platform.privacy.domain.SubjectRequest;
import vn.kientao.platform.privacy.store.PrivacyStore;

/** Finds what is kept about a person, and carries requests out. */
@Component(service = PersonalRecords.class)
public final class PersonalRecords {
    /** More records of one source than anybody can look through are not shown. */
    public static final int MOST = 200;

    private final PrivacySources sources;
    private final PrivacyStore store;
    private final RequestSteps steps;
    private final AuditTrail audit;

    @Activate
    public PersonalRecords(
            @Reference PrivacySources sources,
            @Reference PrivacyStore store,
            @Reference RequestSteps steps,
            @Reference AuditTrail audit) {
        this.sources = sources;
        this.store = store;
        this.steps = steps;
        this.audit = audit;
    }

    /** Who keeps what, and why: {@code name} is that of the source. */
    public record Keeper(String name, LocalText title, List<PersonalField> fields) {
        public Keeper {
            fields = List.copyOf(fields);
        }

        static Keeper of(PersonalDataSource source) {
            return new Keeper(source.name(), source.title(), source.fields());
        }
    }

    /** Which record it is: a source's name and the record's id there. */
    public record RecordKey(String source, String record) {}

    /** Everybody who keeps personal data, for the public page. */
    public List<Keeper> keepers() {
        return sorted(sources.everywhere(PersonalDataSource.class, Keeper::of));
    }

    /** Those who keep some at the agency. */
    public List<Keeper> keepers(String agency) {
        return sorted(sources.of(PersonalDataSource.class, agency, Keeper::of));
    }

    private static List<Keeper> sorted(List<Keeper> keepers) {
        return keepers.stream().sorted(Comparator.comparing(Keeper::name)).toList();
    }

    /** What the agency keeps that may be about the person. */
    public List<PersonalRecord> find(String agency, DataSubject subject) {
        List<PersonalRecord> found = new ArrayList<>();
        sources.of(PersonalDataSource.class, agency, source -> source.find(agency, subject, MOST))
                .forEach(found::addAll);
        return found;
    }

    /**
     * Carries a request out: hands over, corrects or erases the chosen records, all in one transaction.
     *
     * @param chosen the records that an officer says are the person's
     * @param values field names → new values, for a correction
     * @throws IllegalArgumentException naming a value that cannot be taken
     * @throws StepRefusedException when the request is not ready, or a chosen record's source is away
     */
    public void carryOut(
            SubjectRequest request, List<RecordKey> chosen, Map<String, String> values, String note, Officer officer) {
        Map<RecordKey, PersonalRecord> known = find(officer.agency(), request.subject()).stream()
                .collect(Collectors.toMap(
                        record -> new RecordKey(record.source(), record.id()),
                        Function.identity(),
                        (one, other) -> one,
                        LinkedHashMap::new));
        store.write(transaction -> {
            List<SubjectRequest.Treated> treated = new ArrayList<>();
            for (RecordKey key : chosen) {
                PersonalRecord record = known.get(key);
                if (record == null) {
                    throw new StepRefusedException("record " + key + " is not about this person");
                }
                Treatment treatment = treat(transaction, request, key, values, officer);
                treated.add(new SubjectRequest.Treated(
                        key.source(),
                        key.record(),
                        record.title().vi(),
                        treatment.outcome(),
                        treatment.why().vi()));
            }
            steps.carriedOut(transaction, request, treated, note, officer);
            return treated;
        });
    }

    private Treatment treat(
            Handle transaction, SubjectRequest request, RecordKey key, Map<String, String> values, Officer officer) {
        String agency = officer.agency();
        if (request.kind() == RequestKind.RECTIFY) {
            Treatment treatment = ask(key, agency, source -> source.rectify(transaction, agency, key.record(), values));
            note(
                    transaction,
                    "privacy.rectify",
                    request,
                    key,
                    values.keySet().stream().sorted().toList(),
                    officer);
            return treatment;
        }
        if (request.kind() == RequestKind.ERASE) {
            Treatment treatment = ask(key, agency, source -> source.erase(transaction, agency, key.record()));
            note(transaction, "privacy.erase", request, key, List.of(), officer);
            return treatment;
        }
        return Treatment.done();
    }

    /** One who fails is left out of the answers, and then nothing of the whole is done. */
    private Treatment ask(RecordKey key, String agency, Function<PersonalDataSource, Treatment> question) {
        List<IllegalArgumentException> refused = new ArrayList<>();
        List<Optional<Treatment>> answers = sources.of(PersonalDataSource.class, agency, source -> {
            if (!source.name().equals(key.source())) {
                return Optional.empty();
            }
            try {
                return Optional.of(question.apply(source));
            } catch (IllegalArgumentException e) {
                refused.add(e);
                return Optional.empty();
            }
        });
        if (!refused.isEmpty()) {
            throw refused.get(0);
        }
        return answers.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new StepRefusedException("nobody treated " + key));
    }

    /** Names of fields only: values stay out of the trail. */
    private void note(
            Handle transaction,
            String action,
            SubjectRequest request,
            RecordKey key,
            List<String> fields,
            Officer officer) {
        String type = key.source().substring(key.source().indexOf('.') + 1);
        String names = fields.stream().map(name -> '"' + name + '"').collect(Collectors.joining(",", "[", "]"));
        audit.record(
                transaction,
                officer.audit()
                        .entry(
                                action,
                                type,
                                key.record(),
                                "{\"request\":\"" + request.code() + "\",\"fields\":" + names + "}"));
    }
}
