/** How much anybody may ask of the platform (giới hạn tần suất), so that nobody's zeal or malice slows the others down. */
@NullMarked
package vn.kientao.platform.web.limit;

import org.jspecify.annotations.NullMarked;
