package vn.kientao.reform.procedures.web.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.reform.procedures.app.attachment.Attachments;
import vn.kientao.reform.procedures.app.attachment.IntakeScans;
import vn.kientao.reform.procedures.domain.attachment.IntakeKey;
import vn.kientao.reform.procedures.domain.attachment.IntakeScan;

/**
 * The scans that come in with an intake form: one file a line each time the form is sent. They are kept before anything else
 * is looked at, so that a form which comes back with mistakes still has them.
 */
final class ScanDoor {
    /** Bytes of the files that one sending of the form may hold in all. */
    static final long MOST_AT_ONCE = 40_000_000;

    /** The boxes that take scans away; their name keeps them out of the draft. */
    static final String REMOVE = "_remove-scan";

    private static final String FILE = "-file";

    private final IntakeScans scans;

    ScanDoor(IntakeScans scans) {
        this.scans = scans;
    }

    static Routes.Route open(Routes.Route route) {
        return IncomingFile.taken(route, MOST_AT_ONCE);
    }

    static IntakeKey key(Request request, IntakeForm intake) {
        return new IntakeKey(request.agency().code(), request.actor().account(), intake.draftName());
    }

    List<IntakeScan> of(Request request, IntakeForm intake) {
        return scans.of(key(request, intake));
    }

    /** Keeps what came and takes away what was ticked; the errors say which file could not be kept. */
    void take(Request request, IntakeForm intake, FormErrors errors) {
        IntakeKey key = key(request, intake);
        request.fieldAll(REMOVE).stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .forEach(id -> scans.remove(key, Long.parseLong(id), Words.doer(request)));
        for (PaperLine line : intake.lines()) {
            request.upload(line.field() + FILE)
                    .filter(upload -> upload.size() > 0)
                    .ifPresent(upload -> keep(request, key, line, upload, errors));
        }
    }

    private void keep(Request request, IntakeKey key, PaperLine line, Upload upload, FormErrors errors) {
        String name = IncomingFile.name(upload);
        if (upload.size() > Attachments.MOST_BYTES) {
            errors.add(
                    line.field() + FILE, Words.text("scan.error.large", name, "" + Attachments.MOST_BYTES / 1_000_000));
        } else if (!scans.add(key, line.field(), name, IncomingFile.bytes(upload), Words.doer(request))) {
            errors.add(line.field() + FILE, Words.text("file.error.many", "" + Attachments.MOST_FILES));
        }
    }

    /** What was typed, with a tick at each paper of which there is a scan: it has been handed in. */
    static Map<String, String> ticked(Map<String, String> values, List<IntakeScan> scans) {
        Map<String, String> ticked = new LinkedHashMap<>(values);
        scans.forEach(scan -> ticked.put(scan.field(), "1"));
        return ticked;
    }
}
