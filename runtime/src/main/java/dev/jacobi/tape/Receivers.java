package dev.jacobi.tape;

/**
 * Which object an instance method is differentiated on. Generated code calls this; it is not meant to be called by
 * hand.
 */
public final class Receivers {

    private Receivers() {}

    /**
     * Refuses an object of a subclass: that may override the method, and the derivative would be that of another.
     *
     * @param method the method as messages name it: {@code Model.energy}
     * @throws NullPointerException if there is no object
     * @throws IllegalArgumentException if its class is another than the one that declares the method
     */
    public static void checkExact(Object receiver, Class<?> declaring, String method) {
        if (receiver.getClass() != declaring) {
            throw new IllegalArgumentException(method + " is differentiated as " + declaring.getSimpleName()
                    + " declares it, but this is a " + receiver.getClass().getName()
                    + ", which may override it: make the method or its class final");
        }
    }
}
