/**
 * Personal data (dữ liệu cá nhân): what modules and rooms say of the fields they keep, how the data of one person is found,
 * handed out, corrected and erased, how long it is kept, and who has looked at it (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15;
 * Nghị định 356/2025/NĐ-CP).
 */
@NullMarked
@Version("1.0.0")
package vn.kientao.platform.api.privacy;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
