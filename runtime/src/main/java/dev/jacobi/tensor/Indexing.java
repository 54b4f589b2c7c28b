package dev.jacobi.tensor;

import java.util.Arrays;

/** Selecting by tensors of integers, and the updates that are adjoint to it. */
final class Indexing {
    private Indexing() {}

    static Tensor index(Tensor x, Index... indices) {
        return indexed("index", x, indices);
    }

    static Tensor embedding(Tensor x, Index index) {
        Checks.rank("embedding", "x", x, 2);
        return indexed("embedding", x, Checks.present("embedding", "index", index));
    }

    private static Tensor indexed(String operation, Tensor x, Index... indices) {
        Shape places = IndexPositions.places(operation, x.shape(), indices);
        Shape shape = places.concat(operation, x.shape().slice(indices.length, x.rank()));
        return Tensor.owning(
                shape,
                x.dtype(),
                IndexPositions.indexed(operation, x.shape(), indices).pick(x));
    }

    static Tensor indexPut(Tensor x, Index[] indices, Tensor src, boolean accumulate) {
        Shape places = IndexPositions.places("indexPut", x.shape(), indices);
        Shape place = places.concat("indexPut", x.shape().slice(indices.length, x.rank()));
        if (!Broadcasting.fits(Checks.present("indexPut", "src", src).shape(), place)) {
            throw new ShapeMismatchException("indexPut: src has shape " + src.shape()
                    + ", which does not stretch to the shape " + place + " of the place that it goes to");
        }
        Blocks blocks = IndexPositions.indexed("indexPut", x.shape(), indices);
        Tensor part = Broadcasting.expand("indexPut", src, place);
        return accumulate ? blocks.add(x, part) : blocks.put(x, part);
    }

    static Tensor indexBack(Tensor x, Tensor like, Index... indices) {
        Shape whole = Checks.present("indexBack", "like", like).shape();
        Shape places = IndexPositions.places("indexBack", whole, indices);
        Along.checkPart("indexBack", x, places.concat(whole.slice(indices.length, whole.rank())));
        return IndexPositions.indexed("indexBack", whole, indices).add(Tensor.zerosLike(like), x);
    }

    /** The elements that {@link #indexPut} doesn't overwrite. */
    static Mask indexPutLeaves(Tensor x, Index[] indices, boolean accumulate) {
        return leaves(x, IndexPositions.indexed("indexPutLeaves", x.shape(), indices), accumulate);
    }

    /** The elements that {@link #put} doesn't overwrite. */
    static Mask putLeaves(Tensor x, Index index, boolean accumulate) {
        return leaves(x, IndexPositions.flat("putLeaves", x, index), accumulate);
    }

    private static Mask leaves(Tensor x, Blocks blocks, boolean accumulate) {
        boolean[] left = new boolean[x.size()];
        Arrays.fill(left, true);
        for (int i = 0; !accumulate && i < blocks.map().length; i++) {
            int start = blocks.map()[i] * blocks.size();
            Arrays.fill(left, start, start + blocks.size(), false);
        }
        return new Mask(x.shape(), left);
    }

    /** The parts of what {@link #indexPut} puts that stay, in a shape that broadcasts to that of the place. */
    static Mask indexPutKept(Tensor x, Index[] indices, boolean accumulate) {
        Shape shape = IndexPositions.places("indexPutKept", x.shape(), indices);
        boolean[] kept =
                IndexPositions.indexed("indexPutKept", x.shape(), indices).kept();
        if (accumulate) {
            Arrays.fill(kept, true);
        }
        for (int i = indices.length; i < x.rank(); i++) {
            shape = shape.inserting(shape.rank(), 1);
        }
        return new Mask(shape, kept);
    }

    static Tensor take(Tensor x, Index index) {
        return Tensor.owning(
                Checks.present("take", "index", index).shape(),
                x.dtype(),
                IndexPositions.flat("take", x, index).pick(x));
    }

    static Tensor put(Tensor x, Index index, Tensor src, boolean accumulate) {
        Blocks blocks = IndexPositions.flat("put", x, index);
        if (Checks.present("put", "src", src).size() != index.size()) {
            throw new ShapeMismatchException("put: src has shape " + src.shape() + " and index has shape "
                    + index.shape() + "; they must have equally many elements");
        }
        return accumulate ? blocks.add(x, src) : blocks.put(x, src);
    }

    /** The elements of what {@link #put} puts that stay, in the shape of the index. */
    static Mask putKept(Tensor x, Index index, boolean accumulate) {
        boolean[] kept = IndexPositions.flat("putKept", x, index).kept();
        if (accumulate) {
            Arrays.fill(kept, true);
        }
        return new Mask(index.shape(), kept);
    }

    static Tensor gather(Tensor x, int dim, Index index) {
        int axis = x.shape().axis("gather", dim);
        return Tensor.owning(
                Checks.present("gather", "index", index).shape(),
                x.dtype(),
                IndexPositions.gathered("gather", x.shape(), axis, index).pick(x));
    }

    static Tensor scatter(Tensor x, int dim, Index index, Tensor src) {
        return scattered("scatter", x, dim, index).put(x, part("scatter", index, src));
    }

    static Tensor scatterAdd(Tensor x, int dim, Index index, Tensor src) {
        return scattered("scatterAdd", x, dim, index).add(x, part("scatterAdd", index, src));
    }

    static Tensor scatter(Tensor x, int dim, Index index, double value) {
        Checks.present("scatter", "index", index);
        return scatter(x, dim, index, Creation.filled(value, x.dtype(), index.shape()));
    }

    private static Blocks scattered(String operation, Tensor x, int dim, Index index) {
        return IndexPositions.gathered(operation, x.shape(), x.shape().axis(operation, dim), index);
    }

    /** The part of {@code src} that the index has places for. */
    private static Tensor part(String operation, Index index, Tensor src) {
        Shape part = index.shape();
        if (Checks.present(operation, "src", src).shape().equals(part) || part.size() == 0) {
            return src;
        }
        if (!IndexPositions.fits(part.atLeast1d(), src.shape().atLeast1d(), -1)) {
            throw new ShapeMismatchException(operation + ": src has shape " + src.shape() + " and index has shape "
                    + part + "; they must have as many dimensions, and index be no longer than src in any");
        }
        return Slices.corner(src, part);
    }

    /** The elements of what {@link #scatter} writes that stay. */
    static Mask scatterKept(Tensor x, int dim, Index index) {
        Checks.present("scatterKept", "index", index);
        int axis = x.shape().axis("scatterKept", dim);
        return new Mask(
                index.shape(),
                IndexPositions.gathered("scatterKept", x.shape(), axis, index).kept());
    }

    static Tensor takeAlongDim(Tensor x, Index index, int dim) {
        Wide wide = Wide.of("takeAlongDim", x, index, dim);
        Tensor whole = Broadcasting.expand("takeAlongDim", x, wide.shape);
        return Tensor.owning(
                wide.index.shape(),
                x.dtype(),
                IndexPositions.gathered("takeAlongDim", wide.shape, wide.axis, wide.index)
                        .pick(whole));
    }

    static Tensor takeAlongDimBack(Tensor x, Tensor like, Index index, int dim) {
        Checks.present("takeAlongDimBack", "like", like);
        Wide wide = Wide.of("takeAlongDimBack", like, index, dim);
        Along.checkPart("takeAlongDimBack", x, wide.index.shape());
        Tensor zeros = Creation.filled(0, like.dtype(), wide.shape);
        return IndexPositions.gathered("takeAlongDimBack", wide.shape, wide.axis, wide.index)
                .add(zeros, x)
                .sumTo(like);
    }

    /** A tensor's shape and an index, broadcast to each other but for one dimension. */
    private record Wide(Shape shape, Index index, int axis) {

        static Wide of(String operation, Tensor x, Index index, int dim) {
            int axis = x.shape().ownAxis(operation, dim);
            Shape narrow = Checks.present(operation, "index", index).shape();
            if (narrow.rank() != x.rank()) {
                throw new ShapeMismatchException(operation + ": x has shape " + x.shape() + " and index has shape "
                        + narrow + "; they must have as many dimensions");
            }
            Shape rest = Masks.shape(operation, "x", x.shape().with(axis, 1), "the index", narrow.with(axis, 1));
            Shape shape = rest.with(operation, axis, x.shape().at(axis));
            Shape places = rest.with(operation, axis, narrow.at(axis));
            return new Wide(shape, new Index(places, IndexPositions.expanded(index, places)), axis);
        }
    }

    static Tensor oneHot(DType dtype, Index index, int classes) {
        Checks.present("oneHot", "dtype", dtype);
        Shape places = Checks.present("oneHot", "index", index).shape();
        if (classes < 0) {
            throw new IllegalArgumentException(
                    "oneHot: the number of classes is " + classes + ", but can't be negative");
        }
        Shape shape = places.concat("oneHot", Shape.of(classes));
        boolean[] out = new boolean[shape.size()];
        int[] elements = index.elements();
        for (int i = 0; i < elements.length; i++) {
            if (elements[i] < 0 || elements[i] >= classes) {
                throw new IndexOutOfBoundsException(
                        "oneHot: index " + elements[i] + " is none of the " + classes + " classes, which count from 0");
            }
            out[i * classes + elements[i]] = true;
        }
        return new Mask(shape, out).toTensor(dtype);
    }
}
