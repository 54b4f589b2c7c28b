package dev.jacobi.processor;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads the processor's classes from its jar. The compiler's own loader does that too, but makes a URL of every class's
 * name, parses it and asks the manifest: in a cold start, where all of this is interpreted, that is three quarters of
 * what loading a class takes. This one keeps its own copies of the classes, so only types of the JDK may be shared with
 * what the compiler has loaded.
 */
final class QuickLoader extends ClassLoader {

    private static final String OWN = "dev.jacobi.processor.";

    static {
        registerAsParallelCapable();
    }

    private final File file;
    private final ProtectionDomain domain;
    private @Nullable ZipFile open;

    private QuickLoader(File file, ProtectionDomain domain, ClassLoader parent) {
        super(parent);
        this.file = file;
        this.domain = domain;
    }

    /**
     * For the jar that a class is from; the class's own loader where it is from elsewhere, as in Jacobi's own tests.
     */
    static ClassLoader beside(Class<?> type) {
        ProtectionDomain domain = type.getProtectionDomain();
        CodeSource source = domain.getCodeSource();
        if (source != null && source.getLocation() != null) {
            try {
                File file = new File(source.getLocation().toURI());
                if (file.isFile()) {
                    return new QuickLoader(file, domain, type.getClassLoader());
                }
            } catch (URISyntaxException | IllegalArgumentException notAFile) {
                // Then its own loader knows where it is from.
            }
        }
        return type.getClassLoader();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OWN)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            byte[] bytes = read(name.replace('.', '/') + ".class");
            if (bytes != null) {
                return defineClass(name, bytes, 0, bytes.length, domain);
            }
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
        throw new ClassNotFoundException(name);
    }

    private synchronized byte @Nullable [] read(String name) throws IOException {
        ZipFile jar = open;
        if (jar == null) {
            jar = new ZipFile(file);
            open = jar;
        }
        ZipEntry entry = jar.getEntry(name);
        if (entry == null) {
            return null;
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readNBytes((int) entry.getSize());
        }
    }

    /** Lets go of the jar, which some systems don't let be replaced while it is open. It opens again when needed. */
    synchronized void close() {
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException nothingLost) {
            // It was only read.
        }
        open = null;
    }
}
