package vn.kientao.platform.api.web;

import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/** An uploaded file; it vanishes when the request ends. */
@ProviderType
public interface Upload {

    /** The file name the browser sent, without path; may be empty. */
    String name();

    long size();

    /** Opens the content from its beginning; may be called more than once. */
    InputStream open();
}
