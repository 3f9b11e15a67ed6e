/**
 * The contract between a module and the permanent front door: routes with their permissions, requests, replies.
 *
 * <p>No servlet, template or JSON type appears here. A page's content is a {@link vn.kientao.platform.api.web.Body}
 * which the platform wraps in its layout, so modules and layout change independently.
 */
@NullMarked
@Version("1.4.0")
package vn.kientao.platform.api.web;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
