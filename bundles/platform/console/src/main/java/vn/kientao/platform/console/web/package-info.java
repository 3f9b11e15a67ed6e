/** The pages of the console (bảng điều khiển) and of the agencies' catalogue (kho phân hệ). */
@NullMarked
package vn.kientao.platform.console.web;

import org.jspecify.annotations.NullMarked;
