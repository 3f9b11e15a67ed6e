package vn.kientao.platform.api.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.text.LocalText;

/** A request on its way through a handler. All text is in Unicode NFC; values keep their inner spaces, ends stripped. */
@ProviderType
public interface Request {

    /** {@code GET}, {@code POST}, {@code PUT} or {@code DELETE}. */
    String method();

    /** The path as the browser sent it, without query. */
    String path();

    /** The value of {@code {name}} in the route's path, decoded. */
    String pathValue(String name);

    /** A query parameter; empty when absent or blank. */
    Optional<String> query(String name);

    /** All values of a query parameter that are not blank. */
    List<String> queryAll(String name);

    /** A field of the posted form; empty when absent or blank. */
    Optional<String> field(String name);

    /** All values of a form field that are not blank. */
    List<String> fieldAll(String name);

    /** Every form field with its first value, without the platform's own: to fill the form in again. */
    Map<String, String> fields();

    /** Every form field with all its values, the platform's own too, in the order they came. */
    Map<String, List<String>> form();

    /** An uploaded file; one that was refused is absent. */
    Optional<Upload> upload(String name);

    /**
     * Why files were refused for what they hold or for their size, by the field in which each came; empty unless the route
     * {@linkplain Routes.Route#showsRefusedFiles shows them}.
     */
    Map<String, LocalText> refusedUploads();

    /**
     * The JSON body as a record.
     *
     * @throws ProblemException 400 naming the field that does not fit
     */
    <T> T json(Class<T> type);

    /** The values of the query and page context for links and templates. */
    Page page();

    Actor actor();

    /**
     * The agency in the address.
     *
     * @throws IllegalStateException on a route without agency
     */
    Agency agency();

    Optional<Agency> agencyIfAny();

    /** When the request arrived. */
    Instant now();

    /** Ties log, audit entry and error page together. */
    String requestId();

    /**
     * What the sender chose to make a repeated POST harmless: header {@code Idempotency-Key} or the form field that
     * {@link Page#onceField()} names. Keep it with the created record under a unique constraint and answer a repetition
     * with what the first one made.
     */
    Optional<String> idempotencyKey();

    /**
     * Makes sure that a program which is about to change a record has seen its present version: call it with the version
     * just read, and write on that version only. A request without {@code If-Match} passes, unless the route is
     * {@link Routes.Route#versioned}.
     *
     * @throws ProblemException 412 when {@code If-Match} names another version
     */
    void expect(long version);

    /** The address the request came from, behind a trusted proxy the client's. */
    String remoteAddress();

    /** The value of a request header. */
    Optional<String> header(String name);

    /** The half-filled form that the platform keeps for this actor (bản nháp), by form name. */
    Optional<Map<String, String>> draft(String form);

    /** Throws the draft away; call it when the form was accepted. */
    void discardDraft(String form);

    /** An audit entry of this request's actor, agency, module and id. */
    AuditEntry audit(String action, String objectType, String objectId, String detail);

    /**
     * Says that this request shows personal data in full: before the page, file or answer that shows it is returned, once
     * for each object. The platform notes who, when, from where and through which route in the access log.
     *
     * @param objectType as in the audit trail
     * @param purpose what the reader needs it for (mục đích xử lý)
     * @throws ProblemException 503 when it cannot be noted; the data must not be shown then
     */
    void personalDataShown(String objectType, String objectId, LocalText purpose);
}
