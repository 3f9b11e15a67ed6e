/**
 * How modules and platform rooms keep what they know: one database, one schema a module, SQL in sight.
 *
 * <p>Everything runs inside a {@link vn.kientao.platform.api.data.Database.Work} that receives a Jdbi handle. An
 * acknowledged write is durable; on the embedded database write transactions run one at a time.
 */
@NullMarked
@Version("1.1.0")
package vn.kientao.platform.api.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
