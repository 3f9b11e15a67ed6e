/** What an administrator can do (động từ), said once for page, REST and shell. */
@NullMarked
package vn.kientao.platform.console.verb;

import org.jspecify.annotations.NullMarked;
