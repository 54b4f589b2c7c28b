package dev.jacobi.processor.fuse;

import dev.jacobi.processor.testing.Compilation;
import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import dev.jacobi.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Methods over two tensors and a number, compiled with loops and without. */
final class BothWays {
    private final Compilation fused;
    private final Compilation apart;
    private final ClassLoader ofFused;
    private final ClassLoader ofApart;

    BothWays(String file) {
        fused = compile(file);
        apart = compile(file, "-Ajacobi.without=fused-loops");
        ofFused = fused.loader();
        ofApart = apart.loader();
    }

    private static Compilation compile(String file, String... options) {
        try {
            String source = Files.readString(Path.of("src/test/resources/fuse/" + file + ".java"));
            return Javac.compile(List.of(SourceText.of(source)), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Compilation fused() {
        return fused;
    }

    Compilation apart() {
        return apart;
    }

    List<String> methods(String type) throws ReflectiveOperationException {
        List<String> names = new ArrayList<>();
        for (Method method : ofFused.loadClass("fuse." + type).getDeclaredMethods()) {
            names.add(method.getName());
        }
        return names;
    }

    /**
     * The value, the derivative for a seed that is no constant, twice, a tangent, and the gradient if there is one: by
     * loops.
     */
    List<Object> fused(String method, Tensor x, Tensor y, double s) throws ReflectiveOperationException {
        return of(ofFused, method, x, y, s);
    }

    /** The Jacobian by x, whose rows a method of their own makes, by loops or not. */
    Tensor jacobian(boolean loops, String method, Tensor x, Tensor y, double s) throws ReflectiveOperationException {
        Object jacobian = call(loops ? ofFused : ofApart, method, "jacobian", x, y, s);
        return (Tensor) read(jacobian, "x");
    }

    /** The same operation by operation. */
    List<Object> apart(String method, Tensor x, Tensor y, double s) throws ReflectiveOperationException {
        return of(ofApart, method, x, y, s);
    }

    private static List<Object> of(ClassLoader loader, String method, Tensor x, Tensor y, double s)
            throws ReflectiveOperationException {
        try {
            List<Object> all = new ArrayList<>(pulled(loader, method, x, y, s));
            all.add(call(loader, method, "jvp", x, y, s, x.neg(), y.mul(2), 1.5));
            if (all.get(0) instanceof Number || all.get(0) instanceof Tensor value && value.size() == 1) {
                all.addAll(parts(call(loader, method, "gradient", x, y, s)));
            }
            return all;
        } catch (InvocationTargetException e) {
            return List.of(String.valueOf(e.getCause()));
        }
    }

    private static List<Object> pulled(ClassLoader loader, String method, Object... given)
            throws ReflectiveOperationException {
        Object pullback = call(loader, method, "pullback", given);
        Object value = read(pullback, "value");
        Object seed = value instanceof Tensor tensor ? tensor.mul(0.3).add(1) : (Object) 1.5;
        Method apply = Arrays.stream(pullback.getClass().getMethods())
                .filter(m -> m.getName().equals("apply"))
                .findFirst()
                .orElseThrow();
        apply.setAccessible(true);
        List<Object> all = new ArrayList<>(List.of(value));
        all.addAll(parts(apply.invoke(pullback, seed)));
        all.addAll(parts(apply.invoke(pullback, seed)));
        return all;
    }

    private static List<Object> parts(Object gradient) throws ReflectiveOperationException {
        return List.of(read(gradient, "x"), read(gradient, "y"), read(gradient, "s"));
    }

    private static Object read(Object record, String component) throws ReflectiveOperationException {
        Method getter = record.getClass().getMethod(component);
        getter.setAccessible(true);
        return getter.invoke(record);
    }

    private static Object call(ClassLoader loader, String method, String member, Object... given)
            throws ReflectiveOperationException {
        String name = "fuse." + Character.toUpperCase(method.charAt(0)) + method.substring(1) + "Grad";
        for (Method candidate : loader.loadClass(name).getMethods()) {
            if (candidate.getName().equals(member)) {
                candidate.setAccessible(true);
                return candidate.invoke(null, given);
            }
        }
        throw new NoSuchMethodException(name + "." + member);
    }
}
