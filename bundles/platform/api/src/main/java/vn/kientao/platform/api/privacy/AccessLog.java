package vn.kientao.platform.api.privacy;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The access log (nhật ký truy cập dữ liệu cá nhân): who looked at whose personal data in full. Handlers do not call it;
 * they say {@link vn.kientao.platform.api.web.Request#personalDataShown}.
 */
@ProviderType
public interface AccessLog {

    /**
     * Notes that somebody gets to see personal data; call it before it is shown. Written down within a second, without the
     * caller's waiting. The same person looking at the same object in the same way again and again leaves one entry.
     *
     * @throws vn.kientao.platform.api.web.ProblemException 503 when the log can take no more: what cannot be written down
     *     is not shown
     */
    void shown(PersonalDataAccess access);
}
