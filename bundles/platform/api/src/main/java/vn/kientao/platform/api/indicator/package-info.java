/**
 * Figures that modules offer each other (chỉ số): what is measured, its value for an agency and a period, and the list
 * behind it. Asked through {@link vn.kientao.platform.api.module.Extensions}.
 */
@NullMarked
@Version("1.0.0")
package vn.kientao.platform.api.indicator;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
