/** Files that records carry (tệp đính kèm): evidence, letters, decisions. */
@NullMarked
package vn.kientao.reform.steering.domain.file;

import org.jspecify.annotations.NullMarked;
