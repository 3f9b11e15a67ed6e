package vn.kientao.reform.steering.app.inspection;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterColumn;
import vn.kientao.platform.api.documents.LetterHead;
import vn.kientao.platform.api.documents.LetterPaper;
import vn.kientao.platform.api.documents.LetterPart;
import vn.kientao.platform.api.documents.LetterSignature;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.domain.inspection.Finding;
import vn.kientao.reform.steering.domain.inspection.Notice;
import vn.kientao.reform.steering.domain.inspection.Visit;
import vn.kientao.reform.steering.domain.setting.SettingName;
import vn.kientao.reform.steering.store.setting.Settings;

/** Writes the notice of a conclusion (thông báo kết luận kiểm tra) as a document of Decree 30/2020/NĐ-CP. */
@Component(service = InspectionLetter.class)
public final class InspectionLetter {
    private static final TextBundle TEXTS = TextBundle.of(InspectionLetter.class);
    private static final int NUMBER_WIDTH = 7;
    private static final int KIND_WIDTH = 16;
    private static final int WORDS_WIDTH = 47;
    private static final int GROUND_WIDTH = 30;

    private final Database database;
    private final Agencies agencies;
    private final Settings settings = new Settings();

    @Activate
    public InspectionLetter(@Reference Database database, @Reference Agencies agencies) {
        this.database = database;
        this.agencies = agencies;
    }

    /** @throws IllegalArgumentException when the visit has no conclusion yet */
    public Letter of(Inspections.View view) {
        Visit visit = view.visit();
        Notice notice = visit.notice()
                .orElseThrow(() -> new IllegalArgumentException("visit " + visit.code() + " has no conclusion"));
        String unit = name(visit.agency());
        List<LetterPart> parts = new ArrayList<>();
        parts.add(new LetterPart.Text(
                words("inspection.letter.opening", Formats.date(visit.on()), name(visit.inspector()), unit)));
        notice.conclusion()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> parts.add(new LetterPart.Text(line)));
        if (!view.findings().isEmpty()) {
            parts.add(table(view.findings()));
        }
        if (view.findings().stream().anyMatch(one -> one.kind().remediable())) {
            parts.add(new LetterPart.Text(words("inspection.letter.remedy", unit, Formats.date(notice.remedyDue()))));
        }
        LetterHead head = new LetterHead(
                setting(SettingName.LETTER_PARENT, notice),
                name(visit.inspector()),
                "",
                words("report.letter.number", notice.symbol()),
                "",
                setting(SettingName.LETTER_PLACE, notice),
                notice.on(),
                "");
        return new Letter(
                LetterPaper.A4,
                head,
                words("inspection.letter.title"),
                words("inspection.letter.summary", unit),
                parts,
                List.of(new LetterSignature(List.of(words("report.letter.signer")), "", "")),
                List.of(unit, words("report.letter.receivers.archive")));
    }

    private static LetterPart table(List<Finding> findings) {
        List<List<String>> lines = new ArrayList<>();
        for (Finding one : findings) {
            lines.add(List.of("" + (lines.size() + 1), words(one.kind().textKey()), one.words(), one.ground()));
        }
        return new LetterPart.Table(
                List.of(
                        new LetterColumn(words("report.letter.column.number"), NUMBER_WIDTH, true),
                        new LetterColumn(words("inspection.finding.kind"), KIND_WIDTH, false),
                        new LetterColumn(words("inspection.finding.words"), WORDS_WIDTH, false),
                        new LetterColumn(words("inspection.finding.ground"), GROUND_WIDTH, false)),
                lines);
    }

    private String name(String agency) {
        return agencies.find(agency).map(found -> found.name().vi()).orElse(agency);
    }

    private String setting(SettingName name, Notice notice) {
        return database.read(handle -> settings.on(handle, name, notice.on())).value();
    }

    private static String words(String key, Object... arguments) {
        return TEXTS.text(key, arguments).vi();
    }
}
