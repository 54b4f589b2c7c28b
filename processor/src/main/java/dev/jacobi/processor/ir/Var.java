package dev.jacobi.processor.ir;

/**
 * A local variable or parameter. Names are unique within a function, so a variable is its name and type.
 *
 * <p>Invariant: a variable that no {@link Stmt.Increment} names and no {@link Stmt.Loop} carries is assigned exactly
 * once on every path that reads it. The frontend gives each reassignment in the Java source a variable of its own
 * ({@code y}, {@code y2}), so a value that a derivative needs later is still there later.
 */
public record Var(String name, Type type) {
    /** Written out because a record's own equality is slow to link in a cold start. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Var that && name.equals(that.name) && type.equals(that.type);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
