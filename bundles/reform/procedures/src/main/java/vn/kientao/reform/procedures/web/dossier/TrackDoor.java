package vn.kientao.reform.procedures.web.dossier;

import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.RateLimit;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.app.dossier.DossierTracking;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;

/**
 * The one door through which citizens come to their dossier: a code and a second factor. Tries are limited for each
 * address, whether the code exists or not, over all pages that use the door. Four digits can be guessed from many addresses:
 * they are limited for each code, too. The random key cannot, and so nobody's guesses keep its holder out.
 */
@Component(service = TrackDoor.class)
public final class TrackDoor {
    private static final int TRIES_OF_ADDRESS = 10;
    private static final int TRIES_AT_CODE = 10;

    private final DossierTracking tracking;
    private final RateLimit byAddress = new RateLimit(TRIES_OF_ADDRESS, Duration.ofSeconds(6));
    private final RateLimit byCode = new RateLimit(TRIES_AT_CODE, Duration.ofMinutes(1));

    @Activate
    public TrackDoor(@Reference DossierTracking tracking) {
        this.tracking = tracking;
    }

    /**
     * By the fields {@code code} and {@code phone} (the last four digits). Empty, with a mistake, when nothing fits.
     *
     * @throws ProblemException 429 after too many tries
     */
    public Optional<Dossier> byForm(Request request, FormErrors errors) {
        String code = request.field("code").orElse("");
        String digits = request.field("phone").orElse("").replace(" ", "");
        if (code.isEmpty()) {
            errors.add("code", Words.text("track.error.code"));
        }
        if (!digits.matches("\\d{4}")) {
            errors.add("phone", Words.text("track.error.phone", digits));
        }
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        limit(request);
        DossierCode.parse(code)
                .filter(parsed -> !byCode.allows(parsed.toString(), request.now()))
                .ifPresent(parsed -> {
                    throw tooMany();
                });
        return told(tracking.byPhoneEnd(code, digits), errors);
    }

    /**
     * By the random key of the receipt. Empty, with a mistake, when it does not fit.
     *
     * @throws ProblemException 429 after too many tries
     */
    public Optional<Dossier> byKey(Request request, String code, String key, FormErrors errors) {
        if (key.isEmpty()) {
            return told(Optional.empty(), errors);
        }
        limit(request);
        return told(tracking.byKey(code, key), errors);
    }

    private static Optional<Dossier> told(Optional<Dossier> found, FormErrors errors) {
        if (found.isEmpty()) {
            errors.add("code", Words.text("track.error.unknown"));
        }
        return found;
    }

    private void limit(Request request) {
        if (!byAddress.allows(request.remoteAddress(), request.now())) {
            throw tooMany();
        }
    }

    private static ProblemException tooMany() {
        return new ProblemException(new Problem(
                429,
                "too-many-requests",
                Words.text("track.problem.too-many"),
                Words.text("track.problem.too-many.do")));
    }
}
