/** Whether the platform lives and is ready, for load balancers and start scripts. */
@NullMarked
package vn.kientao.platform.web.health;

import org.jspecify.annotations.NullMarked;
