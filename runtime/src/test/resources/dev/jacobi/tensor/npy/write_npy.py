"""Writes the .npy and .npz files here, with NumPy, for NpyTest."""
import numpy as np

x = np.array([[1.5, -2.0, np.inf], [np.nan, 0.1, 1e-30]])
np.save("f4.npy", x.astype("f4"))
np.save("f8.npy", x)
np.save("scalar.npy", np.array(2.5, "f4"))
np.save("empty.npy", np.zeros((0, 3), "f4"))
np.save("vector.npy", np.arange(5, dtype="f8"))
np.save("cube.npy", np.arange(24, dtype="f4").reshape(2, 3, 4))
np.save("fortran.npy", np.asfortranarray(np.arange(24, dtype="f4").reshape(2, 3, 4)))
np.save("big-endian.npy", x.astype(">f8"))
np.save("i4.npy", np.array([[1, -2], [3, 2**31 - 1]], "i4"))
np.save("i8.npy", np.array([1, -2, 3], "i8"))
np.save("u1.npy", np.array([0, 255], "u1"))
np.save("too-large.npy", np.array([1, 2**31], "i8"))
np.save("bool.npy", np.array([[True, False, True]]))
np.save("complex.npy", np.array([1j]))
with open("version2.npy", "wb") as f:
    np.lib.format.write_array(f, x, version=(2, 0))
np.savez("two.npz", a=x.astype("f4"), b=np.arange(3.0))
np.savez_compressed("compressed.npz", a=x.astype("f4"), b=np.arange(3.0))
