/**
 * Paper (bản in): PDF from XHTML, QR codes.
 */
@NullMarked
@Version("1.0.0")
package vn.kientao.platform.api.documents;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
