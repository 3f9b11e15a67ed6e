/**
 * Backups (sao lưu) of the platform and their return into an empty installation (khôi phục): one zip file that holds the
 * migration scripts, the rows and what is needed to check them, and nothing that depends on the database engine.
 */
@NullMarked
package vn.kientao.platform.data.backup;

import org.jspecify.annotations.NullMarked;
