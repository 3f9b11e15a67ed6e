/**
 * Notices (thông báo): what somebody has to know, on a page of their own and, if they wish, by e-mail. An e-mail holds no
 * personal data: fixed words and a link, behind which the reader proves who they are.
 */
@NullMarked
@Version("1.0.0")
package vn.kientao.platform.api.notice;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
