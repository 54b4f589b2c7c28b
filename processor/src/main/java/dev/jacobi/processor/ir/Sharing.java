package dev.jacobi.processor.ir;

import java.util.List;

/**
 * Which array arguments of a call may be one array, or rows of one: a derivative that is made for arguments that don't
 * share would be wrong for those that do.
 *
 * @param representatives for each parameter the first one that it may share an array with, itself where there is none
 */
public record Sharing(List<Integer> representatives) {

    /** No two arguments share an array. */
    public static final Sharing NONE = new Sharing(List.of());

    public Sharing {
        boolean none = true;
        for (int i = 0; i < representatives.size(); i++) {
            none &= representatives.get(i) == i;
        }
        representatives = none ? List.of() : List.copyOf(representatives);
    }

    public int representative(int parameter) {
        return representatives.isEmpty() ? parameter : representatives.get(parameter);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sharing that && representatives.equals(that.representatives);
    }

    @Override
    public int hashCode() {
        return representatives.hashCode();
    }
}
