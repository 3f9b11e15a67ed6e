package vn.kientao.reform.procedures.app.privacy;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.text.Masking;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.store.attachment.AttachmentTables;
import vn.kientao.reform.procedures.store.paper.KeptLetters;
import vn.kientao.reform.procedures.store.privacy.DossierNotes;
import vn.kientao.reform.procedures.store.privacy.PersonalDossiers;
import vn.kientao.reform.procedures.store.privacy.PersonalDossiers.PersonalDossier;

/** Takes personal data out of a dossier that has ended; doing it again changes nothing more. */
final class Erasing {
    private static final int KEY_BYTES = 16;

    private static final TextBundle TEXTS = TextBundle.of(Erasing.class);

    private final PersonalDossiers dossiers = new PersonalDossiers();
    private final AttachmentTables files = new AttachmentTables();
    private final DossierNotes notes = new DossierNotes();
    private final KeptLetters letters = new KeptLetters();
    private final SecureRandom random = new SecureRandom();

    /** How to reach the applicant; nobody can follow the dossier from outside any more. */
    void contact(Handle transaction, PersonalDossier dossier) {
        Map<String, String> changes = new HashMap<>();
        changes.put("phone", PersonalDossiers.ERASED);
        changes.put("email", "");
        changes.put("address", Masking.address(dossier.value("address")));
        if (!dossier.value("ownerAddress").isEmpty()) {
            changes.put("ownerAddress", Masking.address(dossier.value("ownerAddress")));
        }
        Map<String, String> words = new HashMap<>();
        changes.forEach((field, value) -> words.put(dossier.value(field), value));
        letters.replace(transaction, dossier.id(), words);
        notes.forgetAddresses(transaction, dossier.id());
        dossiers.change(transaction, dossier, changes);
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        dossiers.closeTracking(
                transaction, dossier, Base64.getUrlEncoder().withoutPadding().encodeToString(key));
    }

    /** Who it was; what was asked for and decided stays, for counting. */
    void identity(Handle transaction, PersonalDossier dossier) {
        Map<String, String> changes = new HashMap<>();
        changes.put("name", PersonalDossiers.ERASED);
        changes.put("idNumber", "");
        changes.put("address", "");
        changes.put("content", "");
        changes.put("handedTo", "");
        changes.put("phone", PersonalDossiers.ERASED);
        changes.put("email", "");
        if (!dossier.value("ownerName").isEmpty()) {
            changes.put("ownerName", PersonalDossiers.ERASED);
            changes.put("ownerAddress", "");
        }
        dossiers.change(transaction, dossier, changes);
        files.all(transaction, dossier.id()).forEach(file -> files.remove(transaction, dossier.id(), file));
        notes.clear(transaction, dossier.id());
        letters.empty(
                transaction, dossier.id(), TEXTS.text("privacy.paper.erased").vi());
    }
}
