package dev.jacobi.tensor;

/**
 * For each element the product of all others in its row. Without division, so that zeros do no harm: the product of
 * those before times the product of those after.
 */
final class OtherProducts {
    private OtherProducts() {}

    static Tensor of(Tensor x) {
        int axis = x.shape().axis("prodOfOthers", -1);
        int length = x.shape().at(axis);
        double[] out = new double[x.size()];
        for (int row = 0; row < x.size(); row += length) {
            double before = 1;
            for (int i = 0; i < length; i++) {
                out[row + i] = before;
                before *= x.at(row + i);
            }
            double after = 1;
            for (int i = length - 1; i >= 0; i--) {
                out[row + i] *= after;
                after *= x.at(row + i);
            }
        }
        return new Tensor(x.shape(), out).to(x.dtype());
    }
}
