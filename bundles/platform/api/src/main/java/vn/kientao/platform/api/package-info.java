/**
 * The agreement between the platform and its modules (phân hệ): interfaces and records, and nothing behind them.
 *
 * <p>Exactly one bundle of this kind is installed at a time. Its sub-packages are exported one by one, each with a
 * version of its own; this root package holds no type and is not exported.
 */
@NullMarked
package vn.kientao.platform.api;

import org.jspecify.annotations.NullMarked;
