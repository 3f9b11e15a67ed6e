/**
 * Agencies (cơ quan, đơn vị) with their dates, predecessors and successors. An agency is the tenant of the platform.
 */
@NullMarked
@Version("1.0.0")
package vn.kientao.platform.api.directory;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
