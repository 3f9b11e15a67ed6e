package vn.kientao.platform.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Services of which a test needs a part: whatever else is asked of them is an error of the test. */
public final class Partial {
    private Partial() {}

    /** A service that nobody asks anything. */
    public static <T> T unasked(Class<T> service) {
        return of(service, new Object());
    }

    /** A service whose methods are the public methods of {@code answers} with the same name and parameters. */
    public static <T> T of(Class<T> service, Object answers) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(),
                new Class<?>[] {service},
                (proxy, asked, arguments) -> answer(answers, asked, arguments)));
    }

    private static Object answer(Object answers, Method asked, Object[] arguments) throws Throwable {
        Method method;
        try {
            method = answers.getClass().getMethod(asked.getName(), asked.getParameterTypes());
        } catch (NoSuchMethodException e) {
            throw new AssertionError("nobody is expected to ask for " + asked, e);
        }
        try {
            return method.invoke(answers, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
