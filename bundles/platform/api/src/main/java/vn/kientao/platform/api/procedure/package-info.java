/**
 * The catalogue of procedures (thủ tục hành chính) as other modules may ask for it. Asked through {@link
 * vn.kientao.platform.api.module.Extensions}.
 */
@NullMarked
@Version("1.0.0")
package vn.kientao.platform.api.procedure;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
