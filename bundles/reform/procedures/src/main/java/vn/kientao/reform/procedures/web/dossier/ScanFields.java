package vn.kientao.reform.procedures.web.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.reform.procedures.app.attachment.Attachments;

/**
 * The fields in which scans come in with a checklist of papers: one file a line each time the form is sent. They are kept
 * before anything else is looked at, so that a form which comes back with mistakes still has them.
 */
public final class ScanFields {
    /** The boxes that take scans away; their name keeps them out of the draft. */
    public static final String REMOVE = "_remove-scan";

    private static final String FILE = "-file";

    private final Request request;
    private final List<PaperLine> lines;
    private final FormErrors errors;

    public ScanFields(Request request, List<PaperLine> lines, FormErrors errors) {
        this.request = request;
        this.lines = List.copyOf(lines);
        this.errors = errors;
    }

    /** Who keeps the scans of a form. */
    public interface Keeper {
        void remove(long id);

        /** @return why it was not kept; empty when it was */
        Optional<LocalText> add(PaperLine line, String name, byte[] content);
    }

    /** Whether a file came, good or bad. */
    public boolean came() {
        return !request.refusedUploads().isEmpty()
                || lines.stream().anyMatch(line -> upload(line).isPresent());
    }

    /** Keeps what came and takes away what was ticked; the errors say which file could not be kept and why. */
    public void take(Keeper keeper) {
        request.fieldAll(REMOVE).stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .forEach(id -> keeper.remove(Long.parseLong(id)));
        for (PaperLine line : lines) {
            LocalText refused = request.refusedUploads().get(line.field() + FILE);
            if (refused != null) {
                errors.add(line.field() + FILE, refused);
            }
            upload(line).ifPresent(upload -> keep(line, upload, keeper));
        }
    }

    private Optional<Upload> upload(PaperLine line) {
        return request.upload(line.field() + FILE).filter(upload -> upload.size() > 0);
    }

    private void keep(PaperLine line, Upload upload, Keeper keeper) {
        String name = IncomingFile.name(upload);
        if (upload.size() > Attachments.MOST_BYTES) {
            errors.add(
                    line.field() + FILE, Words.text("scan.error.large", name, "" + Attachments.MOST_BYTES / 1_000_000));
            return;
        }
        keeper.add(line, name, IncomingFile.bytes(upload)).ifPresent(reason -> errors.add(line.field() + FILE, reason));
    }

    /** What was typed, with a tick at each line of which there is a scan: the paper has been handed in. */
    public static Map<String, String> ticked(Map<String, String> values, List<String> fields) {
        Map<String, String> ticked = new LinkedHashMap<>(values);
        fields.forEach(field -> ticked.put(field, "1"));
        return ticked;
    }
}
