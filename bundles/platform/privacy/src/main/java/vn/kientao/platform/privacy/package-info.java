/** Personal data (dữ liệu cá nhân): who looks at it, what those whose it is may ask for, and how long it is kept. */
@NullMarked
package vn.kientao.platform.privacy;

import org.jspecify.annotations.NullMarked;
