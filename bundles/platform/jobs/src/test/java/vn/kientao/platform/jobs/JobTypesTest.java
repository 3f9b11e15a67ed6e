package vn.kientao.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.jobs.JobContext;
import vn.kientao.platform.api.jobs.JobType;

class JobTypesTest {
    private static final JobType IMPORT = new JobType() {
        @Override
        public String name() {
            return "procedures.import";
        }

        @Override
        public String run(JobContext context) {
            return "";
        }
    };

    private final OneRelease router = new OneRelease("procedures", IMPORT);
    private final JobTypes types = new JobTypes();

    JobTypesTest() {
        types.bindRouter(router);
    }

    @Test
    void leasesTheReleaseUntilTheJobHasEnded() {
        JobTypes.Found found =
                types.find("procedures.import", Optional.of("STP")).orElseThrow();

        assertThat(found.type()).isSameAs(IMPORT);
        assertThat(router.leases()).isEqualTo(1);
        found.close();
        assertThat(router.leases()).isZero();
    }

    @Test
    void findsTheReleaseOfThePublicForAJobWithoutAgency() {
        try (JobTypes.Found found =
                types.find("procedures.import", Optional.empty()).orElseThrow()) {
            assertThat(found.type()).isSameAs(IMPORT);
        }
    }

    @Test
    void givesTheLeaseBackWhenTheReleaseDoesNotOfferTheType() {
        assertThat(types.find("procedures.export", Optional.of("STP"))).isEmpty();
        assertThat(router.leases()).isZero();
    }

    @Test
    void waitsWhereTheModuleIsOffOrUnknown() {
        assertThat(types.find("procedures.import", Optional.of("OFF"))).isEmpty();
        assertThat(types.find("steering.remind", Optional.of("STP"))).isEmpty();
    }

    @Test
    void waitsWithoutARouter() {
        types.unbindRouter(router);

        assertThat(types.find("procedures.import", Optional.of("STP"))).isEmpty();
    }

    @Test
    void prefersTheRoomsOfThePlatform() {
        types.add(IMPORT);

        try (JobTypes.Found found =
                types.find("procedures.import", Optional.of("STP")).orElseThrow()) {
            assertThat(found.type()).isSameAs(IMPORT);
            assertThat(router.leases()).isZero();
        }
    }
}
