/** What those who run the platform look at from outside: numbers for Prometheus, and a health check for each module. */
@NullMarked
package vn.kientao.platform.kernel.observe;

import org.jspecify.annotations.NullMarked;
