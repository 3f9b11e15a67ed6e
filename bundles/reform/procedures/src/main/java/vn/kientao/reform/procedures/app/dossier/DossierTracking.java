package vn.kientao.reform.procedures.app.dossier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.dossier.DossierReader;
import vn.kientao.reform.procedures.store.dossier.TrackingFactors;

/**
 * Lets a citizen see where a dossier stands, by its code and a second factor. A code that does not exist and a factor
 * that is wrong take the same way through this class and give the same answer: nothing.
 */
@Component(service = DossierTracking.class)
public final class DossierTracking {
    private static final DossierCode NO_SUCH_CODE =
            DossierCode.parse("NONE-000101-0001").orElseThrow();

    private final Database database;
    private final DossierReader reader = new DossierReader();
    private final TrackingFactors factors = new TrackingFactors();

    @Activate
    public DossierTracking(@Reference Database database, @Reference ProcedureTables tables) {
        this.database = database;
    }

    /** By the last four digits of the applicant's phone number. */
    public Optional<Dossier> byPhoneEnd(String code, String digits) {
        return find(code, digits, TrackingFactors.Factors::phoneEnd);
    }

    /** By the random key of the receipt's QR code. */
    public Optional<Dossier> byKey(String code, String key) {
        return find(code, key, TrackingFactors.Factors::key);
    }

    private Optional<Dossier> find(String code, String given, Function<TrackingFactors.Factors, String> expected) {
        DossierCode parsed = DossierCode.parse(code).orElse(NO_SUCH_CODE);
        boolean known = database.read(handle -> {
            String wanted = factors.of(handle, parsed).map(expected).orElse("");
            return !wanted.isEmpty() && equal(wanted, given);
        });
        return known ? database.read(handle -> reader.find(handle, parsed)) : Optional.empty();
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
