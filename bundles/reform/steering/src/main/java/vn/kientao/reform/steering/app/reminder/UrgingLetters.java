package vn.kientao.reform.steering.app.reminder;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterHead;
import vn.kientao.platform.api.documents.LetterNumber;
import vn.kientao.platform.api.documents.LetterPaper;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.platform.api.documents.LetterSignature;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.reminder.Urging;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.store.Series;
import vn.kientao.reform.steering.store.reminder.Urgings;

/**
 * Urging letters (công văn đôn đốc) of the agency that gave a task, numbered by agency and year (Decree 30/2020/NĐ-CP, Annex
 * I). A letter is always in Vietnamese.
 */
@Component(service = UrgingLetters.class)
public final class UrgingLetters {
    private static final Texts WORDS = TextBundle.of(UrgingLetters.class).in(TextBundle.VIETNAMESE);

    private final Database database;
    private final Tasks tasks;
    private final Agencies agencies;
    private final Series series = new Series();
    private final Urgings urgings = new Urgings();

    @Activate
    public UrgingLetters(@Reference Database database, @Reference Tasks tasks, @Reference Agencies agencies) {
        this.database = database;
        this.tasks = tasks;
        this.agencies = agencies;
    }

    /** Those about a task, oldest first. */
    public List<Urging> of(Task task) {
        return database.read(handle -> urgings.of(handle, task.id()));
    }

    /** The newest of an agency, whose head and signature the next one repeats. */
    public Optional<Urging> last(String agency) {
        return database.read(handle -> urgings.last(handle, agency));
    }

    /** Issues a letter, tells the lead, and answers with the letter and its number. */
    public Urging issue(Task seen, Urging draft, Tasks.Act act) {
        return database.write(transaction -> {
            String name = "urging " + draft.agency() + "-" + draft.issuedOn().getYear();
            Urging issued = draft.numbered(Math.toIntExact(series.next(transaction, name)));
            urgings.add(transaction, seen.id(), issued);
            String reference = reference(issued);
            tasks.follow(transaction, seen, "URGE", reference, act);
            tasks.tellLead(transaction, seen, "task.notice.urged", reference);
            return issued;
        });
    }

    /** {@code 07/VPUB-CCHC}. */
    public static String reference(Urging urging) {
        return new LetterNumber(urging.number(), urging.symbol()).toString();
    }

    /** The letter as it was issued. */
    public Letter letter(Task task, Urging urging) {
        LetterHead head = new LetterHead(
                agencies.find(urging.agency())
                        .flatMap(Agency::parent)
                        .map(this::name)
                        .orElse(""),
                name(urging.agency()),
                "",
                WORDS.get("urging.reference", reference(urging)),
                WORDS.get("urging.about", task.code()),
                urging.place(),
                urging.issuedOn(),
                "");
        String late = "" + ChronoUnit.DAYS.between(urging.due(), urging.issuedOn());
        boolean overdue = urging.issuedOn().isAfter(urging.due());
        List<LetterPart> parts = new ArrayList<>(List.of(
                new LetterPart.Text(WORDS.get("urging.to", name(urging.lead()))),
                new LetterPart.Text(
                        WORDS.get("urging.given", Formats.date(task.givenOn()), name(urging.agency()), task.title())),
                new LetterPart.Field(WORDS.get("urging.product"), task.product()),
                new LetterPart.Field(WORDS.get("urging.due"), Formats.date(urging.due())),
                new LetterPart.Field(WORDS.get("urging.progress"), urging.progress() + " %"),
                new LetterPart.Text(WORDS.get(overdue ? "urging.late" : "urging.running", late))));
        if (!urging.words().isEmpty()) {
            parts.add(new LetterPart.Text(urging.words()));
        }
        parts.add(new LetterPart.Text(WORDS.get("urging.ask", name(urging.lead()), Formats.date(urging.answerBy()))));
        return new Letter(
                LetterPaper.A4,
                head,
                "",
                "",
                parts,
                List.of(new LetterSignature(List.of(urging.capacity().toUpperCase(Locale.ROOT)), "", urging.signer())),
                List.of(WORDS.get("urging.receivers.above"), WORDS.get("urging.receivers.archive")));
    }

    private String name(String code) {
        return agencies.find(code).map(agency -> agency.name().vi()).orElse(code);
    }
}
