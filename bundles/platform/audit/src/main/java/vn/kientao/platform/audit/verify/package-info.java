/** The verifier (kiểm chứng nhật ký): stands on the JDK and JDBC alone and never changes anything. */
@NullMarked
package vn.kientao.platform.audit.verify;

import org.jspecify.annotations.NullMarked;
